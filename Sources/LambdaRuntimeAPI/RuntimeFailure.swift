import JSONTree
import PluginRuntime

/// How a runtime says that an invocation, or its own start, has failed.
package struct RuntimeFailure: Sendable, Equatable {
    /// `ValueError`, `Runtime.ImportModuleError`.
    package var type: String
    /// For people.
    package var message: String
    /// The JSON text of a stack trace, or empty.
    package var stackJSON = ""
    /// The document as the runtime sent it, when it is a JSON object: who asked for the function gets that; else empty.
    package var document: [UInt8] = []

    /// A failure in words of our own.
    package init(type: String, message: String) {
        self.type = type
        self.message = message
    }

    /// Reads what was posted.
    ///
    /// - Parameter header: `Lambda-Runtime-Function-Error-Type`; it counts where the document names no type.
    package init(body: [UInt8], header: String?) {
        let named = header.flatMap { $0.isEmpty ? nil : $0 }
        // What is no JSON is shown as it is.
        guard let tree = try? JSON.parse(body), tree.isObject else {
            self.init(type: named ?? "Runtime.Unknown", message: String(decoding: body, as: UTF8.self))
            return
        }
        let type = tree["errorType"]?.stringValue ?? ""
        self.init(
            type: type.isEmpty ? named ?? "Runtime.Unknown" : type, message: tree["errorMessage"]?.stringValue ?? "")
        stackJSON = (tree["stackTrace"] ?? tree["trace"])?.text ?? ""
        document = body
    }

    /// The frame that ends a call with it.
    func frame(call: UInt64) -> [UInt8] {
        var writer = FrameWriter(.failed, call: call)
        writer.append(RuntimeSession.memoryUnknown)
        writer.append(Self.cut(type))
        writer.append(Self.cut(message))
        // A stack cut short would be no JSON.
        writer.append(stackJSON.utf8.count <= Self.textBytesMax ? stackJSON : "")
        document.withUnsafeBytes { writer.append($0) }
        return writer.finish()
    }

    /// The frame that says the worker is of no use.
    var unusableFrame: [UInt8] {
        var writer = FrameWriter(.unusable)
        writer.append(LoadFailure.Code.startFailed.rawValue)
        writer.append(Self.cut(type))
        writer.append(Self.cut(message))
        document.withUnsafeBytes { writer.append($0) }
        return writer.finish()
    }

    private static func cut(_ text: String) -> String {
        text.utf8.count <= textBytesMax ? text : String(decoding: text.utf8.prefix(textBytesMax), as: UTF8.self)
    }

    /// Texts in frames are cut here, as a worker cuts them: with a document of the largest size they still make one frame.
    private static let textBytesMax = 256 << 10
}
