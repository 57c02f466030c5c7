import ArgumentParser
import Glibc
import ServerAssembly

extension Newel {
    /// Reads the arguments, runs the command, and ends the process with its exit code: 0 done, 1 not, 2 bad usage or input.
    package static func start() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
        } catch let failure as CommandFailure {
            Terminal.note("newel: \(failure)")
            Glibc.exit(failure.exitCode)
        } catch let error as ServerError {
            Terminal.note("newel: \(error)")
            Glibc.exit(1)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if !text.isEmpty { if code == .success { Terminal.print(text) } else { Terminal.note(text) } }
            // The parser says 64 for bad usage; a script expects 2 here.
            Glibc.exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }
}
