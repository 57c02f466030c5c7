import Foundation
import HandlerContract
import PluginHost
import Synchronization
import Testing

/// Figures of an invocation, printed; only with NEWEL_BENCHMARK=1, as they say nothing on a busy machine.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["NEWEL_BENCHMARK"] == "1"))
struct InvocationBenchmark {
    private static let payload = "{\"text\":\"" + String(repeating: "x", count: 1_010) + "\"}"

    @Test(arguments: [PluginHostConfiguration.Isolation.process, .host])
    func oneCaller(isolation: PluginHostConfiguration.Isolation) {
        let world = PluginWorld(isolation: isolation, plugins: [CompiledPlugin.library("echo")])
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
        report("1 caller, \(isolation), caller woken", woken.dropFirst(2_000))
        report("1 caller, \(isolation)", times.dropFirst(2_000))
    }

    /// What the machine itself needs for 1 KB there and back between two processes' threads: the measure for the figures above.
    @Test func socketPairRoundTrip() {
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
        report("socket pair alone", times.dropFirst(2_000))
    }

    @Test func fourCallers() async {
        let world = PluginWorld(plugins: [CompiledPlugin.library("echo")])
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
            report("cold start, \(kind)", times[...])
        }
    }

    private func report(_ name: String, _ times: ArraySlice<Double>) {
        let sorted = times.sorted()
        guard !sorted.isEmpty else { return }
        print(
            "BENCHMARK \(name): p50 \(Int(sorted[sorted.count / 2])) µs, p99 \(Int(sorted[sorted.count * 99 / 100])) µs"
        )
    }
}
