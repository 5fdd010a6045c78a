export const id = 3616;
export const ids = [3616];
export const modules = {

/***/ 53616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deniedAdvice: () => (/* binding */ deniedAdvice)
/* harmony export */ });
const IAM_ACTIONS = {
    push: 'ecr:BatchCheckLayerAvailability, ecr:CompleteLayerUpload, ecr:InitiateLayerUpload, ecr:PutImage and ecr:UploadLayerPart',
    pull: 'ecr:BatchGetImage and ecr:GetDownloadUrlForLayer',
};
/**
 * Returns the next step after a request that was denied (403). IAM names the denied action and the policy
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).
 */
function deniedAdvice({ method, message, codes }) {
    const isPush = method !== 'GET' && method !== 'HEAD';
    const action = /not authorized to perform:? ([a-z0-9-]+:\w+)/i.exec(message)?.[1];
    if (action === undefined) {
        return isPush && codes.includes('DENIED')
            ? 'check that the credentials may push to this repository'
            : undefined;
    }
    const denying = /explicit deny in an? ((?:[\w-]+ )+?policy|permissions boundary)/i.exec(message)?.[1];
    if (denying !== undefined)
        return `remove the statement of the ${denying} that denies ${action}`;
    const lacking = /because no ((?:[\w-]+ )+?policy|permissions boundary) allows/i.exec(message)?.[1];
    const policy = lacking === undefined || lacking === 'identity-based policy' ? 'policy of the role' : lacking;
    const actions = action.startsWith('ecr:') ? IAM_ACTIONS[isPush ? 'push' : 'pull'] : action;
    return `allow ${actions} in the ${policy.replace('resource-based policy', "repository's policy")}`;
}


/***/ })

};
