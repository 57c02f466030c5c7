import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import TestSupport
import Testing

@testable import StepFunctionsService

/// What descriptions and lists show, and what they hide.
struct DescriptionTests {
    private static let map = #"""
        {"StartAt":"M","States":{"M":{"Type":"Map","Label":"Each","ItemBatcher":{"MaxItemsPerBatch":2},"ItemProcessor":{
        "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W","States":{"W":{"Type":"Pass","End":true}}},"End":true}}}
        """#

    private func ended(_ world: ServiceWorld, _ machine: String, input: String = "{}") async throws -> JSON {
        let started = try await world.call(
            "StartExecution", ["stateMachineArn": .string(machine), "input": .string(input)])
        let arn = try #require(started["executionArn"])
        _ = try await world.engine.engine.end(of: try #require(arn.stringValue.flatMap { ExecutionARN($0) }))
        return arn
    }

    @Test func withoutDataTheDefinitionIsAnEmptyObject() async throws {
        let world = try ServiceWorld()
        let machine = try await world.machine()
        let execution = try await ended(world, machine)
        for (action, reference) in [
            ("DescribeStateMachine", ("stateMachineArn", JSON.string(machine))),
            ("DescribeStateMachineForExecution", ("executionArn", execution)),
        ] {
            let hidden = try await world.call(
                action, .object(JSONObject([reference, ("includedData", "METADATA_ONLY")])))
            #expect(hidden["definition"] == "{}")
            let shown = try await world.call(action, .object(JSONObject([reference])))
            #expect(shown["definition"]?.stringValue == ServiceWorld.pass)
        }
    }

    @Test func aRedriveShowsItsDate() async throws {
        let world = try ServiceWorld()
        let machine = try await world.machine("m", ServiceWorld.fail)
        let execution = try await ended(world, machine)
        let before = try await world.call("DescribeExecution", ["executionArn": execution])
        #expect(before["redriveDate"] == nil)
        world.engine.clock.advance(by: .seconds(5))
        let redriven = try await world.call("RedriveExecution", ["executionArn": execution])
        let date = try #require(redriven["redriveDate"])
        let after = try await world.call("DescribeExecution", ["executionArn": execution])
        #expect(after["redriveDate"] == date && after["redriveCount"] == 1)
        let list = try await world.call("ListExecutions", ["stateMachineArn": .string(machine)])
        #expect(list["executions"]?.arrayValue?.first?["redriveDate"] == date)
    }

    @Test func aChildIsRedrivenByItsMapRunAlone() async throws {
        let world = try ServiceWorld()
        let failing = Self.map.replacing(#"{"Type":"Pass","End":true}"#, with: #"{"Type":"Fail"}"#)
        let execution = try await ended(world, try await world.machine("m", failing), input: "[1]")
        let runs = try await world.call("ListMapRuns", ["executionArn": execution])
        let run = try #require(runs["mapRuns"]?.arrayValue?.first?["mapRunArn"])
        let children = try await world.call("ListExecutions", ["mapRunArn": run])
        let child: JSON = ["executionArn": try #require(children["executions"]?.arrayValue?.first?["executionArn"])]
        #expect(try await world.call("DescribeExecution", child)["redriveStatus"] == "REDRIVABLE_BY_MAP_RUN")
        do throws(ServiceError) {
            try await world.call("RedriveExecution", child)
            Issue.record("a child was redriven by itself")
        } catch {
            #expect(error.code == "ExecutionNotRedrivable")
            #expect(error.message.hasPrefix("Execution can only be redriven by its Map Run: '"))
        }
    }

    @Test func aChildShowsHowManyItemsItWorksOn() async throws {
        let world = try ServiceWorld()
        let machine = try await world.machine("m", Self.map)
        let execution = try await ended(world, machine, input: "[1,2,3]")
        let runs = try await world.call("ListMapRuns", ["executionArn": execution])
        let run = try #require(runs["mapRuns"]?.arrayValue?.first?["mapRunArn"])
        let children = try await world.call("ListExecutions", ["mapRunArn": run])
        let counts = (children["executions"]?.arrayValue ?? []).compactMap { $0["itemCount"]?.integerValue }
        #expect(counts.sorted() == [1, 2])
        let parents = try await world.call("ListExecutions", ["stateMachineArn": .string(machine)])
        #expect(parents["executions"]?.arrayValue?.first?["itemCount"] == nil)
    }
}
