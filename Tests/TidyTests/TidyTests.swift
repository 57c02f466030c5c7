import Testing

/// What the style forbids and a formatter does not see.
struct TidyTests {
    @Test func noFileIsLongerThan400Lines() {
        expectNone(
            (SourceTree.shipped + SourceTree.tests).filter { !$0.isTable && $0.lines.count > 401 }.map {
                "\($0.path): \($0.lines.count - 1) lines"
            })
    }

    @Test func nothingIsUnwrappedTriedOrCastByForce() {
        expectNone(SourceTree.shipped.flatMap { $0.places { CodePattern.force.matches($0) } })
    }

    @Test func bareTasksStandInTheAssemblyOnly() {
        expectNone(places(CodePattern.bareTask, except: Exceptions.bareTasks) { $0.target == "ServerAssembly" })
    }

    @Test func theClockOfFoundationIsNotRead() {
        expectNone(SourceTree.shipped.flatMap { $0.places { CodePattern.date.matches($0) } })
    }

    @Test func pausesAreMadeInOnePlace() {
        expectNone(
            places(CodePattern.pause, except: Exceptions.pauses) {
                $0.path == "Sources/ServerAssembly/BackgroundWork.swift"
            })
    }

    @Test func chanceIsDrawnInOnePlace() {
        expectNone(
            places(CodePattern.chance, except: Exceptions.chance) {
                $0.path == "Sources/ExecutionEngine/Entropy.swift" || $0.path.hasPrefix("Plugins/")
            })
    }

    @Test func uncheckedSharingStatesItsProof() {
        let files = SourceTree.shipped
        expectNone(
            files.flatMap { file in
                file.code.indices.filter { CodePattern.unchecked.matches(file.code[$0]) && !isProven(file, $0) }.map {
                    file.place($0)
                }
            })
    }

    @Test func nothingIsLeftToBeDone() {
        expectNone((SourceTree.shipped + SourceTree.tests).flatMap { comments($0, CodePattern.unfinished) })
    }

    @Test func noBannersDivideFiles() {
        expectNone((SourceTree.shipped + SourceTree.tests).flatMap { comments($0, CodePattern.banner) })
    }

    @Test func targetsImportLowerLevelsOnly() {
        let files = SourceTree.shipped
        expectNone(
            files.flatMap { file in
                file.places { line in
                    guard let module = CodePattern.imported(line), module != file.target, let level = Level.of(module)
                    else { return false }
                    if file.path.hasPrefix("Plugins/") { return !Level.forPlugins.contains(module) }
                    guard let own = Level.of(file.target) else { return file.path.hasPrefix("Sources/") }
                    return level >= own && !Level.allowed.contains([file.target, module])
                }
            })
    }

    @Test func everyTargetHasALevel() {
        expectNone(SourceTree.folders(in: "Sources").filter { Level.of($0) == nil })
    }

    @Test func aFileHoldsTheTypeItIsNamedAfter() {
        expectAtMost(Exceptions.guestTypesMax, SourceTree.shipped.flatMap(guests))
    }

    @Test func whatOthersMayUseHasADocument() {
        expectAtMost(
            Exceptions.undocumentedMax,
            SourceTree.shipped.filter { $0.path.hasPrefix("Sources/") }.flatMap(undocumented))
    }

    @Test func theChangelogTellsOfThisVersion() throws {
        let server = SourceTree.shipped.first { file in file.lines.contains { $0.contains("enum Version") } }
        let line = try #require(server?.lines.first { $0.contains("static let text = \"") })
        let version = line.split(separator: "\"")[1]
        #expect(SourceTree.text("CHANGELOG.md")?.contains("## \(version)") == true)
    }

    private func expectNone(_ violations: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        for violation in violations { Issue.record("\(violation)", sourceLocation: sourceLocation) }
    }

    private func expectAtMost(_ count: Int, _ violations: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        guard violations.count > count else { return }
        let list = violations.joined(separator: "\n")
        Issue.record("\(violations.count) places, \(count) at most:\n\(list)", sourceLocation: sourceLocation)
    }

    private func places(_ pattern: CodePattern, except: [String: String], where isPlace: (SourceFile) -> Bool)
        -> [String]
    {
        SourceTree.shipped.filter { !isPlace($0) && except[$0.path] == nil }.flatMap {
            $0.places { pattern.matches($0) }
        }
    }

    /// Whether a comment near the line says why sharing is right.
    private func isProven(_ file: SourceFile, _ line: Int) -> Bool {
        file.lines[max(0, line - 6)...min(file.lines.count - 1, line + 2)].contains { text in
            guard text.contains("//") else { return false }
            return ["endable", "nchecked", "never freed", "only while", "Written once"].contains { text.contains($0) }
        }
    }

    private func comments(_ file: SourceFile, _ pattern: CodePattern) -> [String] {
        file.lines.indices.filter { line in
            guard let start = file.lines[line].firstRange(of: "//") else { return false }
            // The mask keeps bytes: what is blank in the code from the comment's start on is a comment, not a string.
            let isString = file.lines[line][..<start.lowerBound].count { $0 == "\"" } % 2 == 1
            return !isString && pattern.matches(String(file.lines[line][start.lowerBound...]))
        }.map { file.place($0) }
    }

    private func guests(_ file: SourceFile) -> [String] {
        guard file.name != "main", !file.name.hasSuffix("Events") else { return [] }
        let types = Declaration.all(in: file).filter {
            $0.depth == 0 && !$0.isPrivate && $0.kind.isType && $0.kind != .extension
        }
        return types.filter { $0.name != file.name }.map {
            "\(file.path):\($0.line + 1): \($0.name) has no file of its own"
        }
    }

    private func undocumented(_ file: SourceFile) -> [String] {
        Declaration.all(in: file).filter { declaration in
            guard !declaration.isPrivate, !declaration.mayInheritDocument else { return false }
            guard ![.extension, .case, .macro].contains(declaration.kind) else { return false }
            return !hasDocument(file, declaration.line)
        }.map { file.place($0.line) }
    }

    private func hasDocument(_ file: SourceFile, _ line: Int) -> Bool {
        var above = line - 1
        // Attributes may stand between a document and what it is about.
        while above >= 0, file.lines[above].trimmed.hasPrefix("@") { above -= 1 }
        return above >= 0 && (file.lines[above].trimmed.hasPrefix("///") || file.lines[above].trimmed.hasSuffix("*/"))
    }
}
