import JSONTree

/// An error as Lambda's runtimes post it.
struct ErrorDocument {
    private let type: String
    private let tree: JSON

    /// - Parameter stackJSON: A JSON text, or nothing.
    init(
        type: UnsafeRawBufferPointer, message: UnsafeRawBufferPointer, stackJSON: UnsafeRawBufferPointer,
        requestID: String
    ) {
        // A stack that is no JSON is the handler's slip; the error itself counts.
        let stack = stackJSON.isEmpty ? nil : try? JSON.parse([UInt8](stackJSON))
        self.init(
            type: String(decoding: type, as: UTF8.self), message: String(decoding: message, as: UTF8.self),
            stack: stack ?? .array([]), requestID: requestID)
    }

    /// An error in words of our own.
    init(type: String, message: String, stack: JSON = .array([]), requestID: String = "") {
        self.type = type.isEmpty ? "Error" : type
        tree = [
            "errorMessage": .string(message), "errorType": .string(self.type), "requestId": .string(requestID),
            "stackTrace": stack,
        ]
    }

    /// The JSON text.
    var bytes: [UInt8] { tree.bytes }

    /// Headers of the request that posts it.
    var headers: [(String, String)] { [("Content-Type", "application/json"), (RuntimeClient.errorType, type)] }

    /// What ends a streamed answer with it.
    var trailers: [(String, String)] {
        [
            (RuntimeClient.errorType, String(type.filter { $0.isASCII && $0 >= " " })),
            ("Lambda-Runtime-Function-Error-Body", Self.base64(bytes)),
        ]
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let piece = bytes[start..<min(start + 3, bytes.count)]
            let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
            for place in 0..<4 { text.append(place > piece.count ? 0x3D : digits[bits >> (18 - 6 * place) & 63]) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
