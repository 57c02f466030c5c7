import AWSWire
import Testing

@testable import WebConsole

/// Which modules a page names, so that a browser asks for them at once.
struct PageModulesTests {
    @Test func whatAModuleImportsIsFoundAcrossFolders() {
        let modules = PageModules(texts: [
            "app.js": "// import { no } from './never.js'\nimport { a } from './a.js';\n",
            "a.js": "export const a = 1;\n", "routes.js": "  ['/', 'list'],\n  ['/one/:name', 'one'],\n",
            "pages/list.js": "import { a } from '../a.js';\n",
            "pages/one.js": "import {\n  b,\n} from '../run/b.js';\n", "run/b.js": "import { c } from './c.js';\n",
            "run/c.js": "import { b } from './b.js';\nimport { a } from '../a.js';\n",
        ])
        #expect(modules.names == ["list", "one"])
        #expect(modules.paths(of: nil) == ["app.js", "a.js"])
        #expect(modules.paths(of: "list") == ["app.js", "pages/list.js", "a.js"])
        #expect(modules.paths(of: "one") == ["app.js", "pages/one.js", "a.js", "run/b.js", "run/c.js"])
        #expect(modules.name(at: "/") == "list" && modules.name(at: "/one/x%2Fy") == "one")
        #expect(modules.name(at: "/one") == nil && modules.name(at: "/one/x/y") == nil)
    }

    @Test func everyPageHasAModuleAndNamesOnlyWhatIsThere() {
        let known = Set(ConsoleAssets.names)
        #expect(ConsoleAssets.modules.names.count >= 15)
        for name in ConsoleAssets.modules.names {
            let paths = ConsoleAssets.modules.paths(of: name)
            #expect(paths.contains("pages/\(name).js") && paths.contains("stream.js"), "\(name)")
            for path in paths { #expect(known.contains("assets/\(path)"), "\(name) names \(path)") }
        }
    }

    @Test func aPageNamesItsModules() {
        func page(_ path: String) -> String {
            String(
                decoding: ConsoleAssets.page(WireRequest(method: "GET", path: path, headers: [])).body, as: UTF8.self)
        }
        let run = "<link rel=\"modulepreload\" href=\"/_newel/console/assets/run/history.js\">"
        #expect(page("/executions/machine/run").contains(run))
        #expect(!page("/").contains(run) && page("/").contains("/_newel/console/assets/pages/machines.js"))
        #expect(page("/nothing/there").contains("/_newel/console/assets/app.js"))
    }
}
