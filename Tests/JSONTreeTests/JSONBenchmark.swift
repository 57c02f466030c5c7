import Glibc
import JSONTree
import Testing

/// Measures reading, writing and walking from another module. Run in release: `NEWEL_BENCHMARK=1 swift test -c release
/// --filter JSONBenchmark`.
@Suite(.enabled(if: getenv("NEWEL_BENCHMARK") != nil), .serialized) struct JSONBenchmark {
    /// About 150 KB of orders, as a task might pass them on.
    private static func large() throws -> JSON {
        try JSON.parse("[" + (0..<450).map(order).joined(separator: ",") + "]")
    }

    private static func order(_ number: Int) -> String {
        """
        {"orderId":"order-\(number)-\(number * 7_919 % 10_007)","quantity":\(number * 31 % 500),
        "unitPrice":\(number % 97).25,"isGift":\(number % 3 == 0),"note":null,"customer":{"customerName":"Müller & Söhne \(number)",
        "emailAddressOfCustomer":"buyer\(number)@example.com",
        "address":{"street":"\(number) Long Winding Road, 3rd floor","city":"Springfield","zip":"12345"}},
        "tags":["new","priority","line one\\nline \\"two\\"",\(number * 1_000_003)]}
        """
    }

    @Test func figures() throws {
        let large = try Self.large()
        let small = JSON.array([large[7] ?? nil, large[8] ?? nil])
        let tiny = try JSON.parse(#"{"orderId":"order-17","amount":12,"isPaid":true}"#)
        for (name, json) in [("tiny", tiny), ("small", small), ("large", large)] {
            let bytes = json.bytes
            let rounds = 10_000_000 / bytes.count
            let padded = name.padded
            let read = try Self.best(rounds) { try JSON.parse(bytes).isNull ? 1 : 0 }
            print("\(padded) \(bytes.count) B   read  \(Int(Double(bytes.count * rounds) / read / 1e6)) MB/s")
            var output: [UInt8] = []
            let write = try Self.best(rounds) {
                output.removeAll(keepingCapacity: true)
                json.write(into: &output)
                return output.count
            }
            print("\(padded) \(bytes.count) B   write \(Int(Double(bytes.count * rounds) / write / 1e6)) MB/s")
        }
        let walk = try Self.best(100) { JSONWalk.sum(large) }
        print("walk of 450 orders, 4 look-ups each: \(Int(walk / 100 / 450 / 4 * 1e9)) ns a look-up")
    }

    /// The processor time of the shortest of thirty runs, in seconds: what other processes do counts as little as it
    /// can.
    private static func best(_ rounds: Int, _ body: () throws -> Int) throws -> Double {
        var best = Double.infinity
        var total = 0
        for _ in 0..<30 {
            let start = processorTime()
            for _ in 0..<rounds { total &+= try body() }
            best = min(best, processorTime() - start)
        }
        #expect(total >= 0)
        return best
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension String {
    /// The name with spaces up to six characters.
    fileprivate var padded: String { self + String(repeating: " ", count: max(0, 6 - count)) }
}
