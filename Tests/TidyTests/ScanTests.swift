import Testing

/// The scans themselves: what they see and what they pass over.
struct ScanTests {
    @Test(arguments: [
        ("a // b!", "a      "), ("\"x!\" + y!", "     + y!"), ("\"\\(f(\"q\")!)\"", "   f(   )!  "),
        ("/* a /* b */ c */ d", "                  d"),
        ("#\"a\"b\"# c", "        c"), ("\"\"\"\nx!\n\"\"\" y", "   \n  \n    y"), ("\"\\\"!\" z", "      z"),
    ])
    func commentsAndStringsAreBlankedAndInterpolationsKept(text: String, code: String) {
        #expect(CodeMask.code(of: text) == code)
    }

    @Test(arguments: ["x!", "f()!", "try! f()", "a as! B", "a[0]!.b"])
    func forceIsSeen(line: String) { #expect(CodePattern.force.matches(line)) }

    @Test(arguments: ["a != b", "!a", "(!a)", "if !a {", "try? f()", "[!a]"])
    func noForceIsPassedOver(line: String) { #expect(!CodePattern.force.matches(line)) }

    @Test(arguments: [
        ("Task {", true), ("Task(priority: .high) {", true), ("Task.detached {", true),
        ("WriteQueue.Task(run: x)", false),
        ("addTask {", false),
    ])
    func bareTasksAreSeen(line: String, isBare: Bool) { #expect(CodePattern.bareTask.matches(line) == isBare) }

    @Test(
        arguments: [
            ("import A", "A"), ("@testable import B", "B"), ("import struct C.D", "C"), ("let important = 1", nil),
        ] as [(String, String?)])
    func importsAreSeen(line: String, module: String?) { #expect(CodePattern.imported(line) == module) }

    @Test func declarationsOfBodiesAreLeftOut() {
        let file = SourceFile(
            path: "Sources/A/A.swift",
            text: """
                package struct A: Sendable {
                    let b: Int
                    private var c = [1, 2].map { let x = $0; return x }
                    func d(
                        e: Int
                    ) -> Int {
                        let f = 1
                        func g() {}
                        return f
                    }
                    enum H { case i, j }
                    var k: Int { 1 }
                }
                extension A: Sequence { func l() {} }
                func m() {}
                """)
        let names = Declaration.all(in: file).map(\.name)
        #expect(names == ["A", "b", "c", "d", "H", "k", "A", "m"])
        #expect(Declaration.all(in: file).filter(\.isPrivate).map(\.name) == ["c"])
    }
}
