import JSONTree
import Testing

@testable import NewelPluginKit

/// Values from JSON and back, without Foundation.
struct CodingTests {
    private struct Item: Codable, Equatable {
        var sku: String
        var quantity: Int8
        var note: String?
        var tags: [String] = []
    }

    private enum Size: String, Codable { case small, large }

    private struct Order: Codable, Equatable {
        var id: UInt64
        var express: Bool
        var weight: Double
        var size: Size
        var items: [Item]
        var prices: [String: Float]

        enum CodingKeys: String, CodingKey {
            case id = "OrderId"
            case express, weight, size, items, prices
        }
    }

    /// A shape whose keys are in its own hands: nested containers, written out of turn.
    private struct Box: Codable, Equatable {
        var width: Int
        var labels: [String]
        enum Outer: String, CodingKey { case size, labels, last }
        enum Inner: String, CodingKey { case width }

        init(width: Int, labels: [String]) {
            self.width = width
            self.labels = labels
        }

        init(from decoder: any Decoder) throws {
            let outer = try decoder.container(keyedBy: Outer.self)
            width = try outer.nestedContainer(keyedBy: Inner.self, forKey: .size).decode(Int.self, forKey: .width)
            var list = try outer.nestedUnkeyedContainer(forKey: .labels)
            labels = []
            while !list.isAtEnd { labels.append(try list.decode(String.self)) }
        }

        func encode(to encoder: any Encoder) throws {
            var outer = encoder.container(keyedBy: Outer.self)
            var inner = outer.nestedContainer(keyedBy: Inner.self, forKey: .size)
            var list = outer.nestedUnkeyedContainer(forKey: .labels)
            try outer.encode(true, forKey: .last)
            for label in labels { try list.encode(label) }
            try inner.encode(width, forKey: .width)
        }
    }

    private class Animal: Codable {
        var legs = 4
        init() {}
    }
    private final class Bird: Animal {
        var song = "tweet"
        enum Keys: String, CodingKey { case song }
        override init() {
            super.init()
            legs = 2
        }
        required init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            song = try container.decode(String.self, forKey: .song)
            try super.init(from: container.superDecoder())
        }
        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            try container.encode(song, forKey: .song)
            try super.encode(to: container.superEncoder())
        }
    }

    private func decode<T: Decodable>(_ type: T.Type, _ text: String) throws(PluginError) -> T {
        let bytes = Array(text.utf8)
        let result = bytes.withUnsafeBytes { text in
            Result { () throws(PluginError) in try ValueDecoder.decode(type, from: text) }
        }
        return try result.get()
    }

    private func encode(_ value: some Encodable) throws(PluginError) -> String {
        String(decoding: try ValueEncoder.encode(value), as: UTF8.self)
    }

    private let order = Order(
        id: .max, express: true, weight: 1.5, size: .large,
        items: [Item(sku: "a\"é", quantity: -3, note: nil), Item(sku: "b", quantity: 7, note: "fragile", tags: ["x"])],
        prices: ["one": 0.1])
    private let text =
        #"{"OrderId":18446744073709551615,"express":true,"weight":1.5,"size":"large","items":"#
        + #"[{"sku":"a\"é","quantity":-3,"tags":[]},{"sku":"b","quantity":7,"note":"fragile","tags":["x"]}],"#
        + #""prices":{"one":0.1}}"#

    @Test func valuesAreWrittenInTheOrderOfTheirMembers() throws { #expect(try encode(order) == text) }

    @Test func valuesAreReadWhateverTheOrderAndTheRest() throws {
        #expect(try decode(Order.self, text) == order)
        let item = try decode(
            Item.self, #" {"tags": [], "more": {"x": [null]}, "note": null, "quantity": 1e0, "sku": ""} "#)
        #expect(item == Item(sku: "", quantity: 1))
    }

    @Test func nestedContainersKeepTheirPlaces() throws {
        let box = Box(width: 3, labels: ["top", "up"])
        #expect(try encode(box) == #"{"size":{"width":3},"labels":["top","up"],"last":true}"#)
        #expect(try decode(Box.self, encode(box)) == box)
    }

    @Test func classesWriteTheirParentsPart() throws {
        #expect(try encode(Bird()) == #"{"song":"tweet","super":{"legs":2}}"#)
        #expect(try decode(Bird.self, #"{"song":"caw","super":{"legs":1}}"#).legs == 1)
    }

    @Test func anythingMayStandAtTheTop() throws {
        #expect(try encode("a") == "\"a\"")
        #expect(try encode([1, 2]) == "[1,2]")
        #expect(try encode(Int?.none) == "null")
        #expect(try encode([Int?.none, 1]) == "[null,1]")
        #expect(try encode(NoValue()) == "null")
        #expect(try encode([String: Int]()) == "{}")
        #expect(try decode(String.self, "\"a\"") == "a")
        #expect(try decode([Int?].self, "[null,1]") == [nil, 1])
        #expect(try decode(Int?.self, "null") == nil)
        _ = try decode(NoValue.self, #"{"any":["thing"]}"#)
    }

    @Test(arguments: [
        ("{}", "$.sku: it is missing"),
        (#"{"sku": 1}"#, "$.sku: a string is expected, not a number"),
        (#"{"sku": null}"#, "$.sku: a string is expected, not null"),
        (#"{"sku": "a", "quantity": "1"}"#, "$.quantity: an integer is expected, not a string"),
        (#"{"sku": "a", "quantity": 128}"#, "$.quantity: 128 does not fit Int8"),
        (#"{"sku": "a", "quantity": 1.5}"#, "$.quantity: 1.5 does not fit Int8"),
        (#"{"sku": "a", "quantity": 1, "tags": ["x", true]}"#, "$.tags[1]: a string is expected, not true or false"),
        (#"{"sku": "a", "quantity": 1, "tags": {}}"#, "$.tags: an array is expected, not an object"),
        ("[]", "$: an object is expected, not an array"),
        (#"{"sku": "#, "The JSON text ends too early (line 1, column 9)"),
    ])
    func whatDoesNotFitIsNamedWithItsPlace(text: String, message: String) {
        let error = #expect(throws: PluginError.self) { try decode(Item.self, text) }
        #expect(error == PluginError("InvalidInput", message))
    }

    @Test func numbersJSONHasNoWordForAreRefused() {
        let error = #expect(throws: PluginError.self) { try encode(["a": [1, Double.infinity]]) }
        #expect(error == PluginError("InvalidOutput", "$.a[1]: JSON has no number inf"))
        #expect(throws: PluginError.self) { try decode(Float.self, "1e300") }
        #expect(throws: PluginError.self) { try decode(Double.self, "1e999") }
    }

    @Test func everyWidthOfIntegerReachesItsEnds() throws {
        func holds<T: FixedWidthInteger & Codable>(_ type: T.Type) throws {
            for number in [T.min, T.max] { #expect(try decode(type, encode(number)) == number) }
            #expect(throws: PluginError.self) { try decode(type, "\(T.max)0") }
        }
        try holds(Int8.self)
        try holds(Int16.self)
        try holds(Int32.self)
        try holds(Int64.self)
        try holds(Int.self)
        try holds(UInt8.self)
        try holds(UInt16.self)
        try holds(UInt32.self)
        try holds(UInt64.self)
        try holds(UInt.self)
    }
}
