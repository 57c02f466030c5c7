import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Bounds on what an execution holds in memory.
struct BoundsTests {
    @Test func variablesAreBounded() throws {
        let states = (0..<60).map {
            #""A\#($0)":{"Type":"Pass","Assign":{"v\#($0).$":"$.x"},"Next":"\#($0 < 59 ? "A\($0 + 1)" : "End")"}"#
        }
        let machine = #"{"StartAt":"A0","States":{\#(states.joined(separator: ",")),"End":{"Type":"Succeed"}}}"#
        var small = try Interpretation(machine, input: "{\"x\":\"\(String(repeating: "a", count: 150_000))\"}")
        small.run()
        #expect(small.output != nil)
        var large = try Interpretation(machine, input: "{\"x\":\"\(String(repeating: "a", count: 200_000))\"}")
        large.run()
        #expect(large.failure?.name == "States.DataLimitExceeded")
    }

    @Test func aVariableThatIsAssignedAgainCountsOnce() throws {
        let machine = #"""
            {"StartAt":"A","States":{"A":{"Type":"Pass","Assign":{"v.$":"$.x","n.$":"States.MathAdd($n, 1)"},"Next":"C"},
              "Z":{"Type":"Pass","Assign":{"n":0},"Next":"A"},"S":{"Type":"Succeed"},
              "C":{"Type":"Choice","Choices":[{"Variable":"$n","NumericGreaterThan":120,"Next":"S"}],"Default":"A"}}}
            """#
        var run = try Interpretation(
            machine.replacing("\"StartAt\":\"A\"", with: "\"StartAt\":\"Z\""),
            input: "{\"x\":\"\(String(repeating: "a", count: 150_000))\"}")
        run.run()
        #expect(run.output != nil)
    }

    @Test func theOutputsOfAMapAreBounded() throws {
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemSelector":{"x.$":"$$.Execution.Input[0]"},"ItemProcessor":{"StartAt":"A","States":{
              "A":{"Type":"Pass","End":true}}},"Catch":[{"ErrorEquals":["States.DataLimitExceeded"],"Next":"H"}],"Next":"H"},"H":{"Type":"Pass","End":true}}}
            """#
        let input = "[\"\(String(repeating: "a", count: 100_000))\",1,2]"
        var run = try Interpretation(machine, input: input)
        run.run()
        #expect(run.output?["Error"] == "States.DataLimitExceeded")
        #expect(run.output?["Cause"]?.stringValue?.hasPrefix("The state/task 'M' returned a result") == true)
    }
}
