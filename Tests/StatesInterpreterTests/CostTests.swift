import Foundation
import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// What advances cost. Measured on request, in a release build: `NEWEL_MEASURE=1 swift test -c release -Xswiftc -enable-testing`.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["NEWEL_MEASURE"] != nil))
struct CostTests {
    private static func chain(_ count: Int, fields: String = "") -> String {
        let states = (0..<count).map { number in
            let next = number + 1 < count ? "\"Next\":\"S\(number + 1)\"" : "\"End\":true"
            return "\"S\(number)\":{\"Type\":\"Pass\",\(fields)\(next)}"
        }
        return "{\"StartAt\":\"S0\",\"States\":{\(states.joined(separator: ","))}}"
    }

    @Test(arguments: [
        ("pass-through", ""), ("result path", #""Result":{"n":1},"ResultPath":"$.r","#),
        ("parameters", #""Parameters":{"n.$":"$.order.id","fixed":{"a":1}},"ResultPath":"$.p","#),
    ])
    func chainOfTenPassStates(name: String, fields: String) throws {
        let input =
            #"{"order":{"id":"4711","lines":[{"sku":"A","n":1},{"sku":"B","n":2}]},"customer":"someone","note":"no"}"#
        let run = try Interpretation(Self.chain(10, fields: fields), input: input) { _ in .silence }
        let rounds = 20_000
        var events = 0
        var bytes = 0
        let clock = ContinuousClock()
        let beginning = run.beginning
        let took = clock.measure {
            for seed in 0..<rounds {
                var state = beginning
                let advance = state.advance([.started], program: run.program, at: run.now, seed: UInt64(seed))
                events += advance.eventCount
                bytes += advance.record.count
            }
        }
        let nanoseconds = Double(took.components.seconds) * 1e9 + Double(took.components.attoseconds) / 1e9
        print(
            "cost, \(name): \((nanoseconds / Double(events)).rounded()) ns per event, \(bytes / rounds) bytes per record, \(events / rounds) events"
        )
        #expect(nanoseconds / Double(events) < 3_000)
    }
}
