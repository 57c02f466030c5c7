import JSONTree
import Testing

/// Paths, predicates and what belongs to them.
struct PathsTests {
    private static let input: JSON = [
        "shop": [
            "name": "Books & more",
            "shelves": [
                [
                    "id": "a",
                    "books": [
                        ["title": "Emma", "price": 9, "tags": ["old", "love"]], ["title": "Ulysses", "price": 20],
                    ],
                ],
                ["id": "b", "books": [["title": "Dune", "price": 12, "tags": ["space"]]]],
                ["id": "c", "books": []],
            ],
        ],
        "buyers": [["name": "Ada", "wants": "Dune"], ["name": "Bob", "wants": "Emma"]],
    ]

    @Test(arguments: [
        ("shop.name", #""Books & more""#), ("shop.shelves.id", #"["a","b","c"]"#),
        ("shop.shelves.books.title", #"["Emma","Ulysses","Dune"]"#),
        ("shop.shelves.books.tags", #"["old","love","space"]"#), ("shop.shelves[1].books.title", #""Dune""#),
        ("shop.shelves[-1].id", #""c""#), ("shop.shelves.books[0].title", #"["Emma","Dune"]"#),
        ("(shop.shelves.books)[0].title", #""Emma""#),
        ("shop.shelves.books[price > 10].title", #"["Ulysses","Dune"]"#), ("shop.shelves[[0..1]].id", #"["a","b"]"#),
        ("shop.none", "undefined"), ("shop.shelves[1].books.title[]", #"["Dune"]"#),
        ("shop.shelves[id='b'].books.[title, price]", #"["Dune",12]"#),
        ("$count(shop.*)", "4"), ("**.title", #"["Emma","Ulysses","Dune"]"#), ("shop.`name`", #""Books & more""#),
        (#"shop."name""#, #""Books & more""#),
        ("shop.shelves.books.%.id", #"["a","a","b"]"#), ("shop.shelves.books[%.id = 'b'].title", #""Dune""#),
        (
            "shop.shelves.books#$i.{'n': $i, 't': title}",
            #"[{"n":0,"t":"Emma"},{"n":1,"t":"Ulysses"},{"n":0,"t":"Dune"}]"#
        ),
        ("shop.shelves@$s.$s.books.(title & $s.id)", #"["Emmaa","Ulyssesa","Duneb"]"#),
        ("buyers@$b.shop.shelves.books[title = $b.wants].($b.name & price)", #"["Ada12","Bob9"]"#),
        ("shop.shelves.books^(>price).title", #"["Ulysses","Dune","Emma"]"#),
        ("shop.shelves.books^(title).price", "[12,9,20]"),
        ("shop.shelves{id: $count(books)}", #"{"a":2,"b":1,"c":0}"#),
        ("shop.shelves.books{title: price}", #"{"Emma":9,"Ulysses":20,"Dune":12}"#),
        (
            "shop ~> |shelves.books|{'price': price * 2}, 'tags'| ~> $lookup('shelves') ~> $map(function($s){$s.books.price})",
            "[[18,40],24]"
        ),
    ])
    func aPathYieldsWhatItNames(expression: String, expected: String) {
        #expect(Answer.text(expression, input: Self.input) == expected)
    }

    @Test(arguments: [
        ("$[0]", "[1,2]"), ("$[1][0]", "3"), ("$", "[[1,2],[3]]"), ("$$[1]", "[3]"), ("$.$", "[1,2,3]"),
        ("$count($)", "2"), ("*", "[1,2,3]"),
    ])
    func anArrayMayBeTheInput(expression: String, expected: String) {
        #expect(Answer.text(expression, input: [[1, 2], [3]]) == expected)
    }

    @Test(arguments: [
        ("$states.input.a", "1"), ("$states.input", #"{"a":1,"list":[[1,2],[3]]}"#), ("$states.input.list[0]", "[1,2]"),
        ("$states.input.list[0][1]", "2"), ("$states.input[a = 1].a", "1"), ("$states.context.x", "undefined"),
        ("$states.nope", "undefined"),
        ("$keys($states)", #""input""#), ("$", "undefined"), ("$$", "undefined"), ("a", "undefined"), ("$v[1]", "6"),
        ("$v.($ * 2)", "[10,12]"),
        ("($states := {'input': 7}; $states.input)", "7"), ("$states.input.list.$sum($)", "[3,3]"),
    ])
    func variablesOfTheCallerAreRead(expression: String, expected: String) {
        let variables: JSONObject = ["states": ["input": ["a": 1, "list": [[1, 2], [3]]]], "v": [5, 6]]
        #expect(Answer.text(expression, variables: variables) == expected)
    }

    @Test func whatPassesThroughIsNotTouched() {
        let big: JSON = ["n": .decimal("12345678901234567890.10"), "f": .decimal("1.0")]
        #expect(Answer.text("$states.input", variables: ["states": ["input": big]]) == big.text)
    }
}
