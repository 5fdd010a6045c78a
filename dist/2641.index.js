export const id = 2641;
export const ids = [2641];
export const modules = {

/***/ 62641:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FastTlsAgent: () => (/* binding */ FastTlsAgent)
/* harmony export */ });
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44708);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_https__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41692);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_tls__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _agent__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6117);
/* harmony import */ var _prepared_sockets__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21956);





/** HTTPS agent with one read buffer for each socket. Loaded only when needed, since TLS is slow to load. */
class FastTlsAgent extends (node_https__WEBPACK_IMPORTED_MODULE_0___default().Agent) {
    settings;
    prepared = new _prepared_sockets__WEBPACK_IMPORTED_MODULE_4__/* .PreparedSockets */ .o();
    /** By server. A resumed handshake needs no certificates. */
    sessions = new Map();
    constructor(settings) {
        super(settings);
        this.settings = settings;
    }
    createConnection(options) {
        return this.prepared.take(options) ?? this.connect(options);
    }
    prepare(url, count) {
        const host = (0,_agent__WEBPACK_IMPORTED_MODULE_3__/* .hostOf */ .w4)(url);
        const server = { host, port: Number(url.port || 443), servername: (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? host : '' };
        this.prepared.open(server, count, () => this.connect({ ...this.settings, ...server }));
    }
    destroy() {
        this.prepared.destroy();
        super.destroy();
    }
    connect(options) {
        const name = (0,_prepared_sockets__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .V)(options);
        const session = this.sessions.get(name);
        const socket = node_tls__WEBPACK_IMPORTED_MODULE_2___default().connect({
            ALPNProtocols: ['http/1.1'],
            ...options,
            ...(session && { session }),
            ...(0,_agent__WEBPACK_IMPORTED_MODULE_3__/* .readIntoSharedBuffer */ .aA)(() => socket),
        });
        socket.on('session', (ticket) => this.sessions.set(name, ticket));
        socket.once('close', (hadError) => {
            if (hadError)
                this.sessions.delete(name);
        });
        return socket;
    }
}


/***/ })

};
