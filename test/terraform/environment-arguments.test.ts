import { expect, test } from '@jest/globals'
import { environmentArguments } from '../../src/terraform/environment-arguments'

test('options in TF_CLI_ARGS are read as Terraform reads them', () => {
  const env = {
    TF_CLI_ARGS: '-no-color',
    TF_CLI_ARGS_plan: `-var p=1 --var="q=a b" '-var=r={"s":"t"}' -var-file=x\\ y.tfvars -parallelism=2`,
    TF_CLI_ARGS_init: '-backend-config=password="x y" -backend-config b.hcl',
    TF_CLI: '-var=other=1',
  }
  expect(environmentArguments(env)).toEqual({
    variables: ['p=1', 'q=a b', 'r={"s":"t"}'],
    varFiles: ['x y.tfvars'],
    backendConfig: ['password=x y', 'b.hcl'],
  })
})
