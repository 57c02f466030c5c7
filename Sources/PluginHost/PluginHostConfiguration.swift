import PluginRuntime

/// Where a host finds things and how it runs plugins.
package struct PluginHostConfiguration: Sendable {
    /// Where dropped-in plugins run; linked-in ones always run in the host.
    package enum Isolation: String, Sendable {
        /// Each in a worker process of its own.
        case process
        /// In the host, for handlers one trusts: ~0.1 µs a call, but a crash takes the host along.
        case host
    }

    /// The data directory; packages are kept in its folder `plugins`.
    package var dataDirectory: String
    /// Directories whose libraries and packages are functions at once.
    package var pluginDirectories: [String]
    /// Where the stock plugins lie, usually beside the executable; other libraries there are passed over in silence.
    package var stockPluginDirectory: String?
    /// The worker's executable.
    package var workerExecutable: String
    package var isolation: Isolation
    package var limits = PluginHostLimits()
    /// Whether packages must outlive the machine's power.
    package var isDurable = true
    /// Whose packages are taken.
    package var trust = PackageTrust()
    /// Nanoseconds since 1970, as handlers in the host are told.
    package var wallClock: @Sendable () -> Int64 = { Clocks.unixNanoseconds }
    /// Where this server listens, as a URL; empty when nobody knows.
    package var endpoint: @Sendable () -> String = { "" }
    /// Told what becomes of dropped-in plugins; any thread.
    package var onNotice: @Sendable (PluginNotice) -> Void = { _ in }

    /// Where workers have the folders they may write in.
    var scratchRoot: String { "\(dataDirectory)/scratch" }

    /// States what has no default.
    package init(
        dataDirectory: String, pluginDirectories: [String] = [], stockPluginDirectory: String? = nil,
        workerExecutable: String,
        isolation: Isolation = .process
    ) {
        self.dataDirectory = dataDirectory
        self.pluginDirectories = pluginDirectories
        self.stockPluginDirectory = stockPluginDirectory
        self.workerExecutable = workerExecutable
        self.isolation = isolation
    }
}

/// The bounds of a host.
package struct PluginHostLimits: Sendable {
    /// Workers of one function without reserved concurrency.
    package var workersMax = 64
    /// Time a function may take that nobody has given another, as Lambda sets it.
    package var timeoutSeconds = 3
    /// Time a handler may take to come up, as Lambda sets it.
    package var initTime = Duration.seconds(10)
    /// From asking a handler to stop until its worker is killed.
    package var cancelGrace = Duration.milliseconds(500)
    /// Memory a worker may have beyond its function's `MemorySize`: what its executable and the runtimes of languages take.
    package var memoryBaseMB = 32
    /// Threads of a worker, as Lambda sets it.
    package var threadsMax = 1_024
    /// An idle worker leaves after this time.
    package var idleTime = Duration.seconds(300)
    /// Threads that run handlers in the host.
    package var hostThreadsMax = 64
    /// Calls in the host that a handler may fail to let go of before it is disabled.
    package var stuckCallsMax = 3
    /// Bytes of a package as it is uploaded, as Lambda sets it.
    package var packageBytesMax = 50 << 20
    /// Bytes of a package unpacked, as Lambda sets it.
    package var unpackedBytesMax = 250 << 20
    /// Files in a package.
    package var packageFilesMax = 10_000
    /// A package whose file is gone is served for so long: it may come back.
    package var goneTime = Duration.seconds(5)
    /// A build is fresh until it has answered so many calls …
    package var freshCallsMax = 100
    /// … or has been served for so long: a crash before that puts the build before it back.
    package var freshTime = Duration.seconds(600)
    /// The least time between two looks at the plugin directories.
    package var scanInterval = Duration.milliseconds(500)

    package init() {}
}
