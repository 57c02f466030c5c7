/// An HTTP reply, without `Content-Length`: whoever listens knows that.
package struct WireReply: Sendable {
    package var status: Int
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// The body when it lies in a file; then `body` is empty.
    package var file: FileSlice?
    /// The body when it comes little by little; then `body` is empty.
    package var pieces: AsyncStream<[UInt8]>?
    /// Whether what has come of the body by its end is not all of it: then the client must not take it for whole.
    package var wasCut: (@Sendable () -> Bool)?

    /// A reply.
    package init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
