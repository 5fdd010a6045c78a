export const id = 641;
export const ids = [641];
export const modules = {

/***/ 62641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FastTlsAgent: () => (/* binding */ FastTlsAgent)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _agent__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6117);


/** HTTPS agent with one read buffer for each socket. Loaded only when needed, since TLS is slow to load. */
class FastTlsAgent extends (node_https__WEBPACK_IMPORTED_MODULE_0___default().Agent) {
    createConnection(options, callback) {
        const socket = super.createConnection({ ...options, ...(0,_agent__WEBPACK_IMPORTED_MODULE_1__/* .readIntoSharedBuffer */ .a)(() => sink) }, callback);
        const sink = { emit: (event, chunk) => socket?.emit(event, chunk) ?? false };
        return socket;
    }
}


/***/ })

};
