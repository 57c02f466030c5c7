import CNewelSpawn
import Glibc
import PluginRuntime

/// Turns the worker into a program that speaks the Lambda Runtime API.
enum Bootstrap {
    /// Becomes it: the process stays, with everything that confines it.
    ///
    /// - Returns: Only when that fails; in the words Lambda uses.
    static func become(_ command: [String], in folder: String) -> LoadFailure {
        // The runtime's own crash report is switched off for workers, not for what people write in Swift.
        unsetenv("SWIFT_BACKTRACE")
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
        arguments.append(nil)
        let problem = newel_become(folder, &arguments)
        for argument in arguments { free(argument) }
        let reason = String(cString: strerror(problem)).lowercased()
        return LoadFailure(
            .startFailed, "fork/exec \(command.first ?? ""): \(reason)", type: "Runtime.InvalidEntrypoint")
    }
}
