import JSONTree
import ResourceNames
import StatesLanguage
import Testing

@testable import StatesInterpreter

/// Map states in tests: everything but the iterations.
@Suite struct MapStateTestTests {
    private static let processor = #""ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#
    private static let distributed =
        #""ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#

    @Test func itemsKeepTheCallersSpacing() throws {
        let seen = try StateTestTests.inspection(
            of: #"{"Type":"Map","ItemsPath":"$.a.b","MaxConcurrency":3,\#(Self.processor),"End":true}"#,
            input: #"{"a": {"x": "[", "b": [1,  "]\"", {"c": 2}]}}"#,
            setup: StateTestSetup(mock: try StateTestTests.mock("[0, 0, 0]")))
        #expect(seen.stages[.afterItemsPath]?.text == #"[1,  "]\"", {"c": 2}]"#)
        #expect(seen.maxConcurrency == 3 && seen.toleratedFailureCount == nil)
        guard case .succeeded(let output, nil) = seen.outcome else { return #expect(Bool(false)) }
        #expect(output.text == "[0, 0, 0]")
    }

    @Test func selectorAndBatcherAreWorkedOut() throws {
        let seen = try StateTestTests.inspection(
            of: #"""
                {"Type":"Map","ItemSelector":{"v.$":"$$.Map.Item.Value"},"ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"k":1}},
                 \#(Self.distributed),"End":true}
                """#, input: "[1,2,3]", setup: StateTestSetup(mock: try StateTestTests.mock("[]")))
        #expect(seen.stages[.afterItemSelector]?.text == #"[{"v":1},{"v":2},{"v":3}]"#)
        #expect(
            seen.stages[.afterItemBatcher]?.tree
                == [
                    ["BatchInput": ["k": 1], "Items": [["v": 1], ["v": 2]]],
                    ["BatchInput": ["k": 1], "Items": [["v": 3]]],
                ])
    }

    @Test(arguments: [
        ("", 3, false), (#""ToleratedFailureCount":1,"#, 1, false), (#""ToleratedFailureCount":1,"#, 2, true),
        (#""ToleratedFailurePercentage":50,"#, 1, false), (#""ToleratedFailurePercentage":50,"#, 2, true),
    ])
    func moreFailuresThanToleratedFailTheState(tolerance: String, failed: Int, isFailing: Bool) throws {
        let seen = try StateTestTests.inspection(
            of: #"{"Type":"Map",\#(tolerance)\#(Self.distributed),"End":true}"#, input: "[1,2,3]",
            setup: StateTestSetup(mock: try StateTestTests.mock("[]"), failedIterations: failed))
        let error: StatesError? = if case .failed(let error) = seen.outcome { error } else { nil }
        #expect(error?.name == (isFailing ? "States.ExceedToleratedFailureThreshold" : nil))
    }

    @Test func moreFailuresThanIterationsAreRefused() throws {
        let seen = try StateTestTests.inspection(
            of: #"{"Type":"Map",\#(Self.processor),"End":true}"#, input: "[1]",
            setup: StateTestSetup(mock: try StateTestTests.mock("[]"), failedIterations: 2))
        #expect(seen.refusal != nil)
    }

    @Test(arguments: [
        (#""InputType":"JSON""#, #"[1, 2]"#, "[1,2]"),
        (#""InputType":"JSONL""#, "{\"a\":1}\n{\"a\":2}\n", #"[{"a":1},{"a":2}]"#),
        (
            #""InputType":"CSV","CSVHeaderLocation":"FIRST_ROW""#, "a,b\n1,\"x, \"\"y\"\"\"\n",
            #"[{"a":"1","b":"x, \"y\""}]"#
        ),
        (
            #""InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["k"],"CSVDelimiter":"PIPE""#, "1|2\n",
            #"[{"k":"1"}]"#
        ),
        (#""InputType":"JSON","ItemsPointer":"/a/b""#, #"{"a":{"b":[7]}}"#, "[7]"),
    ])
    func readersDataAreReadAsInTheirSource(config: String, data: String, items: String) throws {
        let seen = try StateTestTests.inspection(
            of: #"""
                {"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{\#(config)},
                 "Parameters":{"Bucket":"b","Key":"k"}},"ItemSelector":{"v.$":"$$.Map.Item.Value"},\#(Self.distributed),"End":true}
                """#, setup: StateTestSetup(mock: try StateTestTests.mock("[]"), readerData: data))
        let values = (seen.stages[.afterItemSelector]?.tree.arrayValue ?? []).compactMap { $0["v"] }
        #expect(JSON.array(values).text == items)
        #expect(seen.stages[.afterItemsPath] == nil)
        #expect(seen.stages[.afterItemsPointer]?.text == (config.contains("ItemsPointer") ? "[7]" : nil))
    }

    @Test func stateInsideAnotherIsTestedByItsName() throws {
        let machine = #"{"StartAt":"M","States":{"M":{"Type":"Map",\#(Self.processor),"End":true}}}"#
        let program = try #require(Definition.check(Array(machine.utf8)).program)
        #expect(program.beginning(at: "B") == nil)
        let seen = try StateTestTests.inspection(of: try #require(program.beginning(at: "A")), input: "5")
        guard case .succeeded(let output, nil) = seen.outcome else { return #expect(Bool(false)) }
        #expect(output.text == "5")
    }
}
