import JSONPathLanguage
import JSONTree
import Testing

struct PathsTests {
    private static let shop: JSON = [
        "orders": [
            ["id": "a", "total": 10, "lines": [["sku": "x", "count": 1], ["sku": "y", "count": 5]], "note": nil],
            ["id": "b", "total": 2.5, "lines": []],
            ["id": "c", "total": 30, "lines": [["sku": "z", "count": 2]], "note": "late", "paid": true],
        ],
        "limit": 9, "wanted": "b", "a b": ["c.d": 1], "rows": [[1], [], [2]], "nothing": nil,
    ]

    private func value(_ path: String, _ input: JSON = shop) throws -> JSON {
        try JSONPath(path).evaluate(
            in: PlainScope(input: input, context: ["State": ["Name": "S"]], variables: ["v": ["x": [1, 2]]]))
    }

    @Test(
        arguments: [
            ("$.limit", 9), ("$['a b']['c.d']", 1), ("$.orders[0].id", "a"), ("$.orders[-1].id", "c"),
            ("$.orders[2]['lines'][0].sku", "z"),
            ("$.nothing", nil), ("$.orders[7]", nil), ("$.orders[-7]", nil), ("$$.State.Name", "S"), ("$v.x[1]", 2),
            ("$v", ["x": [1, 2]]),
            ("$.orders[0]['id','total','nope']", ["id": "a", "total": 10]), ("$.orders.length()", 3),
            ("$..total.max()", 30),
        ] as [(String, JSON)])
    func definitePathYieldsTheNode(path: String, expected: JSON) throws {
        #expect(try value(path) == expected)
        #expect(try JSONPath(path).isDefinite)
    }

    @Test(
        arguments: [
            ("$.orders[*].id", ["a", "b", "c"]), ("$.orders[*].note", [nil, "late"]), ("$..sku", ["x", "y", "z"]),
            ("$.nope[*].x", []),
            ("$.orders[1:].id", ["b", "c"]), ("$.orders[:1].id", ["a"]), ("$.orders[-2:].id", ["b", "c"]),
            ("$.orders[0,2].id", ["a", "c"]),
            ("$.rows[*][0]", [1, nil, 2]), ("$.rows[0:2]", [[1], []]), ("$['limit','wanted'].x", []),
            ("$.orders[?(@.id == 'b')].total", [2.5]),
            ("$.orders[?(@.total > $.limit)].id", ["a", "c"]), ("$.orders[?(@.id == $.wanted)].id", ["b"]),
            ("$.orders[?(!@.note)].id", ["a", "b"]), ("$.orders[?(@.note)].id", ["a", "c"]),
            ("$.orders[?(@.total >= 2.5 && (@.id == 'b' || @.paid == true))].id", ["b", "c"]),
            ("$.orders[?(@.id in ['a', \"c\"])].id", ["a", "c"]), ("$.orders[?(@.id nin ['a'])].id", ["b", "c"]),
            ("$.orders[?(@.lines size 2)].id", ["a"]), ("$.orders[?(@.lines empty true)].id", ["b"]),
            ("$.orders[?(@.lines[*].sku contains 'z')].id", ["c"]),
            ("$.orders[?(@.lines[*].sku anyof ['x','q'])].id", ["a"]),
            ("$.orders[?(@.lines[*].sku noneof ['x','z'])].id", ["b"]),
            ("$.orders[?(@.lines[*].sku subsetof ['x','y'])].id", ["a", "b"]),
            ("$.orders[?(@.lines[*].sku all ['x','y'])].id", ["a"]), ("$.orders[?(@.note =~ /L.*E/i)].id", ["c"]),
            ("$.orders[?(@.lines[?(@.count > 4)] size 1)].id", ["a"]), ("$.orders[?(@.id==b)].id", ["b"]),
            ("$..lines[0].count", [1, 2]),
        ] as [(String, JSON)])
    func pathToManyYieldsAnArray(path: String, expected: JSON) throws {
        #expect(try value(path) == expected)
    }

    @Test(arguments: ["$.nope", "$.limit.x", "$.orders.id", "$['nope']", "$.limit[0]", "$missing.x", "$$.State.Nope"])
    func definitePathToNothingFails(path: String) throws {
        #expect(throws: PathFailure.self) { try value(path) }
        let scope = PlainScope(input: Self.shop, context: ["State": ["Name": "S"]])
        #expect(try !JSONPath(path).exists(in: scope))
    }

    @Test(arguments: [
        "", " $.a", "a", "@.a", "$.", "$..", "$...a", "$.a b", "$[", "$[]", "$.a[1.5]", "$.a[:]", "$.a[1", "$['a",
        "$['a',]", "$[a]", "$.a[?()]",
        "$.a[?(@.b = 1)]", "$.a[?(@.b == )]", "$.a[?(@.b", "$.a[?('x')]", "$.a[?(@.b =~ /(/)]", "$.a.nofunction()",
        "$.a]b[", "$.a[99999999999]",
        "$.a[?(@.b & @.c)]", "$.a[?(@.b =~ /a(?=b)/)]", "$-a",
    ])
    func malformedPathIsRefused(path: String) {
        #expect(throws: PathSyntaxError.self) { try JSONPath(path) }
    }

    @Test func presenceCountsNullButNoIndexBeyondTheEnd() throws {
        let scope = PlainScope(input: Self.shop)
        #expect(try JSONPath("$.nothing").exists(in: scope))
        #expect(try !JSONPath("$.orders[3]").exists(in: scope))
        #expect(try JSONPath("$.orders[*].paid").exists(in: scope))
        #expect(try !JSONPath("$.orders[*].nope").exists(in: scope))
    }

    @Test func failureIsWordedAsAWSDoes() throws {
        let input: JSON = ["other": 1]
        let failure = try #require(throws: PathFailure.self) { try value("$.nope.deep", input) }
        #expect(
            failure.cause(field: "missing.$", input: input)
                == #"The JSONPath '$.nope.deep' specified for the field 'missing.$' could not be found in the input '{"other":1}'"#
        )
        #expect(failure.invalidPathCause == "Invalid path '$.nope.deep' : Missing property in path $['nope']")
        let leaf = try #require(throws: PathFailure.self) { try value("$.nope", input) }
        #expect(leaf.invalidPathCause == "Invalid path '$.nope' : No results for path: $['nope']")
        #expect(
            leaf.choiceCause == "Invalid path '$.nope': The choice state's condition path references an invalid value.")
    }

    @Test(arguments: [
        ("/a.c/", "abc", true), ("/a.c/", "xabc", false), ("/.*b.*/", "abc", true), ("/[a-c]+/", "cab", true),
        ("/[^a-c]+/", "cab", false),
        ("/(foo|ba[rz])?!/", "baz!", true), ("/a{2,3}/", "aaaa", false), ("/a{2,}/", "aaaa", true),
        ("/\\d{4}-\\d\\d/", "2026-11", true),
        ("/^a$/", "a", true), ("/ABC/i", "abc", true), ("/a\\/b/", "a/b", true), ("/\\bfoo\\b.*/", "foo bar", true),
        ("/(a*)*b/", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false),
        ("/\\u00e9t\\x65/", "été", false), ("/été/", "été", true), ("/a.b/", "a\nb", false), ("/a.b/s", "a\nb", true),
        ("/[\\w.-]+@[\\w-]+/", "x.y@z-1", true),
    ])
    func regularExpressionMatchesTheWholeText(expression: String, text: String, matches: Bool) throws {
        let found = try value("$[?(@.t =~ \(expression))]", ["t": .string(text)])
        #expect(found.arrayValue?.isEmpty == !matches)
    }
}
