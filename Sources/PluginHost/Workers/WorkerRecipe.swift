import CNewelSpawn
import Glibc

/// Everything a worker is made of; two functions with equal recipes could share workers.
struct WorkerRecipe: Sendable, Equatable {
    /// The worker's executable.
    var executable: String
    /// The library, in the content store.
    var library: String
    /// The handler's name in its descriptor.
    var handler: String
    /// How a native function is called; `nil` for a handler.
    var native: String?
    /// The function's environment: what `config_get` and `getenv` find.
    var environment: [String: String]
    var functionName: String
    var version: String
    var region: String
    var timeoutSeconds: Int
    var memoryMB: Int
    /// Workers at once.
    var workersMax: Int
    /// That number is reserved for the function, and not the host's own limit.
    var isReserved = false
    /// The program that runs the function instead of a library.
    var bootstrap: BootstrapCommand?
    /// Folders that add to where the process looks for things.
    var layers: [String] = []
    /// Whether its lines go to a group that others may write to, too.
    var hasSharedLog = false
    /// What it may touch beyond its package and its own folder.
    var sandbox = SandboxSettings()

    /// The environment of the process: the function's own, what Lambda sets, and nothing of the host's but the way to its libraries.
    ///
    /// - Parameter logStream: Where what it prints belongs; empty for a process that serves no calls.
    func processEnvironment(logStream: String = "") -> [String: String] {
        var all = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": ":UTC", "AWS_REGION": region,
            "AWS_DEFAULT_REGION": region, "AWS_LAMBDA_FUNCTION_NAME": functionName,
            "AWS_LAMBDA_FUNCTION_VERSION": version,
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "\(memoryMB)", "_HANDLER": handler,
        ]
        all.merge(environment) { _, own in own }
        if let path = getenv("LD_LIBRARY_PATH") { all["LD_LIBRARY_PATH"] = String(cString: path) }
        Layers.add(layers, taskRoot: bootstrap?.taskRoot, to: &all)
        if let bootstrap {
            all.merge(bootstrap.environment.merging(["AWS_LAMBDA_LOG_STREAM_NAME": logStream]) { own, _ in own }) {
                own, _ in own
            }
        }
        // A crash is the host's to report; the runtime's own report costs 165 ms.
        all["SWIFT_BACKTRACE"] = "enable=no"
        all["NEWEL_HOST_PID"] = "\(getpid())"
        return all
    }
}
