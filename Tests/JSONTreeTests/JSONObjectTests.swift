import JSONTree
import Testing

/// Order, look-up and change of an object's members.
@Suite struct JSONObjectTests {
    @Test(arguments: [0, 1, 15, 16, 17, 18, 100, 3_000])
    func keysKeepTheirOrderAndAreFound(count: Int) {
        let object = JSONObject((0..<count).map { ("key \($0)", .integer(Int64($0))) })
        #expect(object.count == count)
        #expect(object.keys == (0..<count).map { "key \($0)" })
        for number in 0..<count { #expect(object["key \(number)"] == .integer(Int64(number))) }
        #expect(object["key \(count)"] == nil)
        #expect(object[""] == nil)
    }

    @Test func settingKeepsThePlaceOfAKeyAndAppendsAnother() {
        var object: JSONObject = ["a": 1, "b": 2]
        object["a"] = 3
        object["c"] = nil
        object["d"] = JSON.null
        #expect(JSON.object(object).text == #"{"a":3,"b":2,"d":null}"#)
        object["b"] = nil
        #expect(object.keys == ["a", "d"])
    }

    @Test func changingACopyLeavesTheOriginal() {
        let original = JSONObject((0..<30).map { ("k\($0)", 0) })
        var copy = original
        copy["k7"] = 1
        copy["new"] = 2
        #expect(original["k7"] == 0)
        #expect(original["new"] == nil)
        #expect(copy["k7"] == 1)
        #expect(copy["new"] == 2)
    }

    @Test func behavesAsAnOrderedDictionaryUnderRandomChanges() {
        let seed = Seed.fromEnvironment()
        var chance = Chance64(seed: seed)
        var object = JSONObject()
        var model: [(String, Int64)] = []
        for step in 0..<20_000 {
            let bound: UInt64 = step / 2_000 % 2 == 0 ? 60 : 12
            let key = "k\(chance.next() % bound)"
            let place = model.firstIndex { $0.0 == key }
            if chance.next() % 3 == 0 {
                object[key] = nil
                if let place { model.remove(at: place) }
            } else {
                object[key] = .integer(Int64(step))
                if let place { model[place].1 = Int64(step) } else { model.append((key, Int64(step))) }
            }
            guard object.keys == model.map(\.0), object[key]?.integerValue == model.first(where: { $0.0 == key })?.1
            else {
                Issue.record("seed \(seed), step \(step)")
                return
            }
        }
    }

    @Test func equalityDisregardsOrder() {
        let one = JSONObject((0..<40).map { ("k\($0)", .integer($0)) })
        let other = JSONObject((0..<40).reversed().map { ("k\($0)", .integer($0)) })
        #expect(one == other)
        #expect((["a": 1, "b": 2] as JSON) == ["b": 2, "a": 1])
        #expect((["a": 1, "b": 2] as JSON) != ["a": 1, "c": 2])
        #expect((["a": 1] as JSON) != ["a": 1, "b": 2])
        #expect((["a": [["x": 1, "y": 2]]] as JSON) == ["a": [["y": 2.0, "x": 1]]])
    }

    @Test func stringsAndKeysAreComparedByCodeUnits() {
        #expect(JSON.string("\u{E9}") != .string("e\u{301}"))
        #expect(JSON.string("\u{212B}") != .string("A\u{30A}"))
        #expect(JSON.string("straße") == .string("stra" + "ße"))
        #expect((["\u{E9}": 1] as JSON) != ["e\u{301}": 1])
        #expect((["\u{E9}": 1] as JSON)["e\u{301}"] == nil)
    }

    @Test func isACollectionOfItsMembers() {
        let object: JSONObject = ["a": 1, "b": "x"]
        #expect(object.map(\.key) == ["a", "b"])
        #expect(object.values == [1, "x"])
        #expect(object.first?.value == 1)
        #expect(object[1].key == "b")
        var keys: [String] = []
        for (key, _) in object { keys.append(key) }
        #expect(keys == ["a", "b"])
    }

    @Test func literalsMakeEveryKindOfValue() {
        let json: JSON = ["n": nil, "b": true, "i": -3, "d": 0.5, "s": "x", "a": [1, [], [:]], "b": false]
        #expect(json.text == #"{"n":null,"b":false,"i":-3,"d":0.5,"s":"x","a":[1,[],{}]}"#)
        #expect(json["n"]?.isNull == true)
        #expect(json["b"]?.boolValue == false)
        #expect(json["a"]?[1]?.isArray == true)
        #expect(json["a"]?[2]?.isObject == true)
        #expect(json["a"]?[3] == nil)
        #expect(json["a"]?[-1] == nil)
        #expect(json["x"] == nil)
        #expect(json["s"]?["x"] == nil)
        #expect(json["d"]?.isNumber == true)
        #expect(json["s"]?.isString == true)
        #expect(json.isBool == false)
    }
}
