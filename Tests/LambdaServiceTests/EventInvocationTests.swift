import HandlerContract
import JSONTree
import ResourceNames
import TestSupport
import Testing

@testable import LambdaService

/// How often an asynchronous invocation is tried, and who is told of its end.
@Suite struct EventInvocationTests {
    private static let failure = InvocationOutcome(.functionError(HandlerFailure(type: "E", message: "m")))
    private static let throttle = InvocationOutcome(
        .refused(HandlerRefusal(code: "TooManyRequestsException", message: "Rate Exceeded.", status: 429)))

    @Test func aFailureIsTriedTwiceMoreAfterOneAndTwoMinutes() async throws {
        let world = try EventWorld()
        try await world.configure { $0.onFailure = "arn:aws:sqs:us-east-1:000000000000:q" }
        world.invoker.on(EventWorld.arn) { _, done in done(Self.failure) }
        try await world.run(["n": 1])
        #expect(world.invoker.calls.map(\.attempt) == [1, 2, 3])
        #expect(world.pauses == [60, 120])
        #expect(world.told.map(\.service) == ["sqs"])
        let record = try JSON.parse(world.told.first?.input["MessageBody"]?.stringValue ?? "")
        #expect(record["requestContext"]?["condition"] == "RetriesExhausted")
        #expect(record["requestContext"]?["approximateInvokeCount"] == 3)
        #expect(try await world.rows == 0)
    }

    @Test func theConfigurationSaysHowOftenItIsTried() async throws {
        let world = try EventWorld()
        try await world.configure { $0.retriesMax = 0 }
        world.invoker.on(EventWorld.arn) { _, done in done(Self.failure) }
        try await world.run(["n": 1])
        #expect(world.invoker.calls.count == 1)
        #expect(world.pauses.isEmpty)
        #expect(world.told.isEmpty)
    }

    @Test func anEventThatIsThrottledIsTriedUntilItIsTooOld() async throws {
        let world = try EventWorld()
        try await world.configure {
            $0.ageSecondsMax = 60
            $0.onFailure = "arn:aws:sns:us-east-1:000000000000:t"
        }
        world.invoker.on(EventWorld.arn) { _, done in done(Self.throttle) }
        try await world.run(["n": 1])
        #expect(world.pauses == [1, 2, 4, 8, 16, 32])
        let record = try JSON.parse(world.told.first?.input["Message"]?.stringValue ?? "")
        #expect(record["requestContext"]?["condition"] == "EventAgeExceeded")
        #expect(record["requestContext"]?["approximateInvokeCount"] == 0)
    }

    @Test func triesBeforeACrashCount() async throws {
        let world = try EventWorld()
        try await world.configure { $0.onFailure = "arn:aws:sqs:us-east-1:000000000000:q" }
        world.invoker.on(EventWorld.arn) { _, done in done(Self.failure) }
        try await world.run(["n": 1], pausesMax: 1)
        #expect(world.invoker.calls.map(\.attempt) == [1, 2])
        #expect(try await world.rows == 1)
        try await world.run()
        #expect(world.invoker.calls.map(\.attempt) == [1, 2, 3])
        #expect(world.told.count == 1)
        #expect(try await world.rows == 0)
    }

    @Test func aSuccessIsToldWithItsAnswer() async throws {
        let world = try EventWorld()
        try await world.configure { $0.onSuccess = "arn:aws:lambda:us-east-1:000000000000:function:next" }
        world.invoker.on(EventWorld.arn) { request, done in done(InvocationOutcome(.success(request.payload))) }
        try await world.run(["n": 1])
        #expect(world.told.map(\.service) == ["lambda"])
        #expect(world.told.first?.input["InvocationType"] == "Event")
    }

    @Test func aFailureIsPutIntoABucketUnderItsTime() async throws {
        let world = try EventWorld()
        try await world.configure { ($0.onFailure, $0.retriesMax) = ("arn:aws:s3:::failures", 0) }
        world.invoker.on(EventWorld.arn) { _, done in done(Self.failure) }
        try await world.run(["n": 1])
        let put = try #require(world.told.first)
        #expect(put.service == "s3" && put.input["Bucket"] == "failures")
        let second = world.clock.now.iso8601.prefix(19)
        let place = "\(second.prefix(10).replacing("-", with: "/"))/\(second.replacing(":", with: "."))-"
        let key = try #require(put.input["Key"]?.stringValue)
        #expect(key.hasPrefix("aws/lambda/async/f/\(place)") && key.utf8.count == 19 + place.utf8.count + 36, "\(key)")
        let record = try JSON.parse(put.input["Body"]?.stringValue ?? "")
        #expect(record["requestContext"]?["condition"] == "RetriesExhausted" && record["requestPayload"] == ["n": 1])
    }
}
