import AWSWire
import Testing

@testable import StepFunctionsService

/// Names of machines, activities and executions. Source: API reference, CreateStateMachine, `name`.
struct NameTests {
    private func isName(_ text: String) -> Bool {
        do throws(ServiceError) { try ResourceName.check(text) } catch {
            #expect(error.code == "InvalidName")
            return false
        }
        return true
    }

    @Test(arguments: [
        "<", ">", "{", "}", "[", "]", "?", "*", "\"", "#", "%", "\\", "^", "|", "~", "`", "$", "&", ",", ";", ":", "/",
        " ", "\t", "\u{0}", "\u{1F}", "\u{7F}", "\u{9F}", "\u{A0}", "\u{2003}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}",
    ])
    func someCharactersAreInNoName(character: String) {
        #expect(!isName("a\(character)b"))
    }

    @Test(arguments: ["a", "a!b@c(d)'e'=f+g-h_i.j", "Grüße", "日本", "\u{1F600}"])
    func allOthersAre(name: String) { #expect(isName(name)) }

    @Test func aNameHasOneToEightyCharacters() {
        #expect(!isName(""))
        #expect(isName(String(repeating: "ü", count: 80)))
        #expect(!isName(String(repeating: "x", count: 81)))
    }
}
