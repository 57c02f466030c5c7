import Foundation
import HandlerContract
import PluginHost
import Synchronization
import Testing

/// Figures of an invocation, printed; only with NEWEL_BENCHMARK=1, as they say nothing on a busy machine.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["NEWEL_BENCHMARK"] == "1"))
struct InvocationBenchmark {
    private static let payload = "{\"text\":\"" + String(repeating: "x", count: 1_010) + "\"}"

    @Test func aCallInAWorkerTakesLittleMoreThanARoundTrip() {
        var ratios: [Double] = []
        // What else the machine does changes from one moment to the next: the best of three, each beside its own measure.
        for _ in 0..<3 {
            let before = socketPairRoundTrip()
            let call = oneCaller(.process)
            ratios.append(call / max(before, socketPairRoundTrip()))
        }
        print("BENCHMARK a call in a worker: \(ratios.map { ($0 * 100).rounded() / 100 }) × a round trip")
        #expect(ratios.min() ?? .infinity <= 1.5)
    }

    @Test func aCallInTheHost() { _ = oneCaller(.host) }

    /// What the host adds to a function it has in its own process, apart from the thread that has to be woken for it: from the moment the
    /// handler is given the call until its answer, found to be JSON, is with whoever asked.
    @Test func theCallItself() {
        let world = PluginWorld(isolation: .host, plugins: [CompiledPlugin.library("echo")], keepsLog: false)
        let waiter = DispatchSemaphore(value: 0)
        let times = Mutex((given: ContinuousClock.now, all: [Double]()))
        var request = PluginWorld.request("Echo", Self.payload)
        request.onHandover = { times.withLock { $0.given = .now } }
        for _ in 0..<12_000 {
            _ = world.host.start(request) { _ in
                let now = ContinuousClock.now
                times.withLock { $0.all.append((now - $0.given) / .microseconds(1)) }
                waiter.signal()
            }
            waiter.wait()
        }
        let sorted = times.withLock { $0.all.dropFirst(2_000).sorted() }
        print(
            "BENCHMARK the call itself, in the host: p50 \(sorted[sorted.count / 2]) µs, p99 \(sorted[sorted.count * 99 / 100]) µs"
        )
    }

    /// The median time of a call, in microseconds.
    private func oneCaller(_ isolation: PluginHostConfiguration.Isolation) -> Double {
        let world = PluginWorld(isolation: isolation, plugins: [CompiledPlugin.library("echo")], keepsLog: false)
        let request = PluginWorld.request("Echo", Self.payload)
        let waiter = DispatchSemaphore(value: 0)
        let ended = Mutex(ContinuousClock.now)
        var (times, woken): ([Double], [Double]) = ([], [])
        for _ in 0..<12_000 {
            let start = ContinuousClock.now
            _ = world.host.start(request) { _ in
                ended.withLock { $0 = ContinuousClock.now }
                waiter.signal()
            }
            waiter.wait()
            woken.append((ContinuousClock.now - start) / .microseconds(1))
            times.append((ended.withLock { $0 } - start) / .microseconds(1))
        }
        _ = report("1 caller, \(isolation), caller woken", woken.dropFirst(2_000))
        return report("1 caller, \(isolation)", times.dropFirst(2_000))
    }

    /// What the machine itself needs for 1 KB there and back between two processes' threads: the measure for the figures above.
    private func socketPairRoundTrip() -> Double {
        var sockets: [Int32] = [0, 0]
        socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &sockets)
        let other = sockets[1]
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 1_024)
            while recv(other, &buffer, buffer.count, Int32(MSG_WAITALL)) == buffer.count {
                send(other, buffer, buffer.count, 0)
            }
        }
        var buffer = [UInt8](repeating: 0, count: 1_024)
        var times: [Double] = []
        for _ in 0..<12_000 {
            let start = ContinuousClock.now
            send(sockets[0], buffer, buffer.count, 0)
            recv(sockets[0], &buffer, buffer.count, Int32(MSG_WAITALL))
            times.append((ContinuousClock.now - start) / .microseconds(1))
        }
        close(sockets[0])
        return report("socket pair alone", times.dropFirst(2_000))
    }

    /// Calls that follow each other as the answers come, four at a time; nobody is woken but workers and their threads.
    @Test func fourCallsAtATime() { callsAtATime(4, .process, calls: 40_000) }

    /// Calls in the host while others wait: what one costs when no sleeping thread has to be woken for it.
    @Test func manyCallsInTheHost() { callsAtATime(64, .host, calls: 400_000) }

    private func callsAtATime(_ chains: Int, _ isolation: PluginHostConfiguration.Isolation, calls: Int) {
        let world = PluginWorld(isolation: isolation, plugins: [CompiledPlugin.library("echo")], keepsLog: false)
        let request = PluginWorld.request("Echo", Self.payload)
        var best = 0.0
        var leastProcessorTime = Double.infinity
        for _ in 0..<5 {
            let done = DispatchSemaphore(value: 0)
            let before = Self.processorMicroseconds
            let chain = Chain(world, request, calls: calls, done)
            let start = ContinuousClock.now
            for _ in 0..<chains { chain.next() }
            for _ in 0..<chains { done.wait() }
            best = max(best, Double(calls) / ((ContinuousClock.now - start) / .seconds(1)))
            leastProcessorTime = min(leastProcessorTime, (Self.processorMicroseconds - before) / Double(calls))
        }
        print(
            "BENCHMARK \(chains) calls at a time, \(isolation): \(Int(best)) calls/s, \(leastProcessorTime) µs of the host's processor each"
        )
    }

    /// What this process has used of the processors, in microseconds: says the same on a busy machine.
    private static var processorMicroseconds: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) * 1e6 + Double($1.tv_usec) }
    }

    @Test(arguments: [16 << 10, 64 << 10, 256 << 10, 1 << 20, 5 << 20])
    func largePayload(bytes: Int) async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("echo")], keepsLog: false)
        let request = PluginWorld.request("Echo", "\"" + String(repeating: "y", count: bytes) + "\"")
        var times: [Double] = []
        for _ in 0..<200 {
            let start = ContinuousClock.now
            _ = await world.host.invoke(request)
            times.append((ContinuousClock.now - start) / .microseconds(1))
        }
        _ = report("\(bytes >> 10) KiB there and back", times.dropFirst(20))
    }

    /// A host that finds a thousand functions as the one before it left them.
    @Test func aThousandFunctions() throws {
        let folder = TemporaryFolder.make()
        for number in 0..<1_000 {
            let package = "\(folder)/plugins/p\(number)"
            try FileManager.default.createDirectory(atPath: package, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: CompiledPlugin.library("echo"), toPath: "\(package)/libecho.so")
            let manifest = """
                {"manifestVersion": 1, "name": "p\(number)", "libraries": [{"path": "libecho.so"}],
                 "functions": [{"name": "F\(number)", "handler": "Echo"}]}
                """
            try manifest.write(toFile: "\(package)/plugin.json", atomically: true, encoding: .utf8)
        }
        for round in ["first", "second"] {
            let start = ContinuousClock.now
            let world = PluginWorld {
                $0.dataDirectory = "\(folder)/data"
                $0.pluginDirectories = ["\(folder)/plugins"]
            }
            let milliseconds = Int((ContinuousClock.now - start) / .milliseconds(1))
            print("BENCHMARK 1,000 functions, \(round) start: ready in \(milliseconds) ms")
            #expect(world.host.installed().count == 1_000)
            // No worker has had a folder.
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/data/scratch"))
        }
    }

    @Test func fourCallers() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("echo")], keepsLog: false)
        let (callers, each) = (4, 10_000)
        let request = PluginWorld.request("Echo", Self.payload)
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<callers { group.addTask { for _ in 0..<each { _ = await world.host.invoke(request) } } }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("BENCHMARK \(callers) callers: \(Int(Double(callers * each) / seconds)) calls/s")
    }

    @Test func coldStart() async {
        let world = PluginWorld(stock: PluginWorld.productsFolder, plugins: [CompiledPlugin.library("echo")])
        for (name, kind) in [("Echo", "C"), ("CheckStockPrice", "Swift")] {
            var times: [Double] = []
            for round in 0..<30 {
                world.functions.add("Cold", .installed(name)) { $0.environment = ["ROUND": "\(round)"] }
                let start = ContinuousClock.now
                let outcome = await world.invoke("Cold")
                if case .success = outcome.result { times.append((ContinuousClock.now - start) / .microseconds(1)) }
            }
            _ = report("cold start, \(kind)", times[...])
        }
    }

    /// Prints the figures; returns the median.
    private func report(_ name: String, _ times: ArraySlice<Double>) -> Double {
        let sorted = times.sorted()
        guard !sorted.isEmpty else { return .infinity }
        print(
            "BENCHMARK \(name): p50 \(Int(sorted[sorted.count / 2])) µs, p99 \(Int(sorted[sorted.count * 99 / 100])) µs"
        )
        return sorted[sorted.count / 2]
    }
}

/// Calls one after the other, each begun by the end of the one before it.
private final class Chain: Sendable {
    private let world: PluginWorld
    private let request: InvocationRequest
    private let left: Atomic<Int>
    private let done: DispatchSemaphore

    init(_ world: PluginWorld, _ request: InvocationRequest, calls: Int, _ done: DispatchSemaphore) {
        self.world = world
        self.request = request
        left = Atomic(calls)
        self.done = done
    }

    func next() {
        guard left.subtract(1, ordering: .relaxed).newValue >= 0 else {
            _ = done.signal()
            return
        }
        _ = world.host.start(request) { [self] _ in next() }
    }
}
