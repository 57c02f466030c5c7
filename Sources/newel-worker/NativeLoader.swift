import CNewelPlugin
import NativeFunctions
import PluginRuntime

/// Makes native functions handlers, so that a worker runs them as it runs any other.
enum NativeLoader {
    /// The handler of a native function; `nil` when the order is for a plugin.
    static func handler(
        of order: LoadOrder
    ) throws(LoadFailure) -> (HandlerDescription, UnsafePointer<newel_handler>)? {
        guard let declaration = order.native else { return nil }
        do throws(NativeLoadFailure) {
            let signature = try NativeSignature(declaration: declaration)
            let flags = signature.isIdempotent ? UInt32(NEWEL_H_IDEMPOTENT) : 0
            let function = try NativeFunction(signature, library: order.library)
            return (
                HandlerDescription(kind: .function, name: order.handler, flags: flags),
                NativeHandler.make(function, flags: flags)
            )
        } catch {
            throw failure(error)
        }
    }

    private static func failure(_ failure: NativeLoadFailure) -> LoadFailure {
        let code: LoadFailure.Code =
            switch failure.code {
            case .badDeclaration: .badDescriptor
            case .unloadable: .unloadable
            case .symbolMissing: .handlerMissing
            case .unsupported: .incompatible
            }
        return LoadFailure(code, failure.message)
    }
}
