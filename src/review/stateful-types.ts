/** AWS resource types whose loss an apply cannot undo, grouped by the data they hold. */
const GROUPS: readonly (readonly [reason: string, types: string])[] = [
  [
    'it holds a database',
    `aws_db_instance aws_rds_cluster aws_rds_global_cluster aws_docdb_cluster aws_docdb_global_cluster
     aws_docdbelastic_cluster aws_neptune_cluster aws_neptune_global_cluster aws_neptunegraph_graph
     aws_dynamodb_table aws_dynamodb_table_replica aws_dynamodb_global_table aws_dsql_cluster
     aws_keyspaces_keyspace aws_keyspaces_table aws_lightsail_database aws_customerprofiles_domain aws_simpledb_domain aws_qldb_ledger aws_redshift_cluster
     aws_redshiftserverless_namespace aws_timestreamwrite_database aws_timestreamwrite_table
     aws_timestreaminfluxdb_db_instance aws_finspace_kx_database aws_glue_catalog_database aws_glue_catalog_table`,
  ],
  [
    'it holds in-memory data that may exist nowhere else',
    `aws_dax_cluster aws_elasticache_cluster aws_elasticache_global_replication_group
     aws_elasticache_replication_group aws_elasticache_serverless_cache aws_memorydb_cluster
     aws_memorydb_multi_region_cluster`,
  ],
  [
    'it holds an index and its documents',
    `aws_cloudsearch_domain aws_elasticsearch_domain aws_kendra_index aws_opensearch_domain
     aws_opensearchserverless_collection`,
  ],
  [
    'it holds objects',
    `aws_glacier_vault aws_lightsail_bucket aws_s3_bucket aws_s3_directory_bucket aws_s3control_bucket
     aws_s3tables_namespace aws_s3tables_table aws_s3tables_table_bucket`,
  ],
  [
    'without it, deleted or overwritten objects cannot be restored',
    'aws_s3_bucket_object_lock_configuration aws_s3_bucket_versioning',
  ],
  [
    'it holds files',
    `aws_efs_file_system aws_fsx_file_cache aws_fsx_lustre_file_system aws_fsx_ontap_file_system
     aws_fsx_ontap_storage_virtual_machine aws_fsx_ontap_volume aws_fsx_openzfs_file_system
     aws_fsx_openzfs_volume aws_fsx_windows_file_system aws_storagegateway_gateway`,
  ],
  [
    'it holds a volume',
    `aws_ebs_volume aws_finspace_kx_volume aws_lightsail_disk aws_storagegateway_cached_iscsi_volume
     aws_storagegateway_stored_iscsi_volume aws_workspaces_workspace`,
  ],
  [
    'it holds backups',
    `aws_backup_logically_air_gapped_vault aws_backup_vault aws_backup_vault_lock_configuration
     aws_db_cluster_snapshot aws_db_snapshot aws_db_snapshot_copy aws_docdb_cluster_snapshot
     aws_ebs_snapshot aws_ebs_snapshot_copy aws_ebs_snapshot_import aws_fsx_backup aws_fsx_openzfs_snapshot
     aws_memorydb_snapshot aws_neptune_cluster_snapshot aws_rds_cluster_snapshot_copy aws_redshift_cluster_snapshot
     aws_redshiftserverless_snapshot`,
  ],
  [
    'it holds images',
    'aws_ami aws_ami_copy aws_ami_from_instance aws_ecr_repository aws_ecrpublic_repository',
  ],
  [
    'data encrypted with it can never be read again',
    `aws_cloudhsm_v2_cluster aws_kms_custom_key_store aws_kms_external_key aws_kms_key aws_kms_replica_external_key
     aws_kms_replica_key aws_paymentcryptography_key`,
  ],
  ['it holds a secret or a setting', 'aws_secretsmanager_secret aws_ssm_parameter'],
  [
    'certificates that it issued are no longer trusted',
    'aws_acmpca_certificate_authority aws_rolesanywhere_trust_anchor',
  ],
  [
    'it holds user accounts, whose passwords cannot be exported',
    'aws_cognito_identity_pool aws_cognito_user_pool aws_directory_service_directory aws_identitystore_user',
  ],
  [
    'it holds unread messages',
    `aws_kinesis_firehose_delivery_stream aws_kinesis_stream aws_kinesis_video_stream aws_mq_broker aws_msk_cluster
     aws_msk_serverless_cluster aws_sqs_queue`,
  ],
  ['it holds events to replay', 'aws_cloudtrail_event_data_store aws_cloudwatch_event_archive'],
  ['it holds DNS records, and a new zone gets other name servers', 'aws_route53_zone'],
  ['it holds logs or metrics', 'aws_cloudwatch_log_group aws_cloudwatch_log_stream aws_prometheus_workspace'],
  ['it holds dashboards', 'aws_grafana_workspace'],
  [
    'it holds source code or packages',
    'aws_codeartifact_domain aws_codeartifact_repository aws_codecommit_repository',
  ],
  ['it holds Kubernetes objects', 'aws_eks_cluster'],
  ['it manages other resources and their data', 'aws_cloudformation_stack aws_cloudformation_stack_set'],
]

/** Stateful resource types, each with the clause that says which data is lost: `it holds objects`. */
export const STATEFUL_TYPES: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap(([reason, types]) => types.split(/\s+/).map((type): [string, string] => [type, reason])),
)
