import JSONTree
import Testing

@testable import AWSWire

@Suite struct CBORTests {
    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex.filter { $0 != " " }.utf8)
        return stride(from: 0, to: digits.count, by: 2).map {
            UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
        }
    }

    /// The examples of RFC 8949, appendix A, that this protocol can hold, and its own.
    @Test(arguments: [
        ("00", "0"), ("17", "23"), ("1818", "24"), ("1903e8", "1000"), ("1a000f4240", "1000000"),
        ("1b000000e8d4a51000", "1000000000000"), ("20", "-1"), ("3903e7", "-1000"), ("f90000", "0"), ("f93e00", "1.5"),
        ("fb3ff199999999999a", "1.1"), ("f97c00", #""Infinity""#), ("f97e00", #""NaN""#),
        ("fa7f800000", #""Infinity""#),
        ("f4", "false"), ("f5", "true"), ("f6", "null"), ("f7", "null"), ("c11a514b67b0", "1363896240"),
        ("c1fb41d452d9ec200000", "1363896240.5"), ("40", #""""#), ("4401020304", #""AQIDBA==""#), ("60", #""""#),
        ("6161", #""a""#), ("62c3bc", #""ü""#), ("80", "[]"), ("83010203", "[1,2,3]"), ("a0", "{}"),
        ("a26161016162820203", #"{"a":1,"b":[2,3]}"#), ("5f42010243030405ff", #""AQIDBAU=""#),
        ("7f657374726561646d696e67ff", #""streaming""#), ("9fff", "[]"), ("9f018202039f0405ffff", "[1,[2,3],[4,5]]"),
        ("bf61610161629f0203ffff", #"{"a":1,"b":[2,3]}"#),
    ])
    func valuesAreRead(_ hex: String, _ json: String) throws {
        #expect(try CBORReader.read(Self.bytes(hex)).text == json)
    }

    @Test(arguments: [
        "", "18", "61", "62c328", "8201", "a1", "a10102", "9f01", "5f6161ff", "1c", "f8ff", "0000",
        "c249010000000000000000",
        "9bffffffffffffffff", "bbffffffffffffffff", "5bffffffffffffffff", "ff", "a1616101ff",
    ])
    func whatIsNoneIsRefused(_ hex: String) {
        #expect(throws: CBORReader.Problem.self) { try CBORReader.read(Self.bytes(hex)) }
    }

    @Test func nestingHasABound() {
        #expect(throws: CBORReader.Problem.self) {
            try CBORReader.read([UInt8](repeating: 0x81, count: 100_000) + [0])
        }
    }

    /// Any bytes are read or refused, nothing else.
    @Test func noBytesDoHarm() {
        var random = Generator(state: 7)
        for _ in 0..<20_000 {
            let count = Int(random.next() % 24)
            _ = try? CBORReader.read((0..<count).map { _ in UInt8(truncatingIfNeeded: random.next() >> 32) })
        }
    }

    private struct Generator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state
        }
    }

    @Test(arguments: [
        "0", "23", "24", "255", "256", "65535", "65536", "4294967296", "-1", "-25", "1.1", "true", "null", #""""#,
        #""ü""#,
        "[]", "[1,[2,null],{}]", #"{"a":{"b":["c",-7.25]}}"#,
        #"{"long":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#,
    ])
    func whatIsWrittenIsReadAgain(_ json: String) throws {
        var writer = CBORWriter(.sqs)
        writer.write(try JSON.parse(json), as: nil)
        #expect(try CBORReader.read(writer.bytes).text == json)
    }

    @Test func theInputReachesTheActionAndTheOutputComesBack() async throws {
        var writer = CBORWriter(.stepFunctions)
        writer.write(["stateMachineArn": "arn:x", "input": "{ }"], as: nil)
        let headers = [
            (name: "smithy-protocol", value: "rpc-v2-cbor"), (name: "content-type", value: "application/cbor"),
        ]
        let reply = await EchoDoor("states", StartExecution()).door.answer(
            WireRequest(
                method: "POST", path: "/service/AWSStepFunctions/operation/StartExecution", headers: headers,
                body: writer.bytes))
        #expect(reply.status == 200)
        #expect(reply.headers.contains { $0.name == "smithy-protocol" && $0.value == "rpc-v2-cbor" })
        #expect(reply.headers.contains { $0.name == "Content-Type" && $0.value == "application/cbor" })
        let output = try CBORReader.read(reply.body)
        #expect(output["input"]?["stateMachineArn"]?.stringValue == "arn:x")
    }

    @Test func refusalsAreCBORToo() async throws {
        for (path, body, code) in [
            ("/service/AWSStepFunctions/operation/StartExecution", [UInt8]([0xA1]), "SerializationException"),
            ("/service/AWSStepFunctions/operation/StartExecution", [], "ValidationException"),
            ("/service/AWSStepFunctions/operation/Nothing", [], "UnknownOperationException"),
            ("/service/Nobody/operation/StartExecution", [], "UnknownOperationException"),
            ("/elsewhere", [], "UnknownOperationException"),
        ] {
            let reply = await EchoDoor("states", StartExecution()).door.answer(
                WireRequest(
                    method: "POST", path: path, headers: [(name: "smithy-protocol", value: "rpc-v2-cbor")], body: body))
            #expect(reply.status >= 400)
            let error = try CBORReader.read(reply.body)
            #expect(error["__type"]?.stringValue?.hasSuffix(code) == true, "\(path): \(error.text)")
        }
    }
}
