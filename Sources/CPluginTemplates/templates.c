#include "plugin_templates.h"

#pragma clang diagnostic ignored "-Wc23-extensions" /* #embed */

static const unsigned char newel_plugin_h[] = {
#embed "../CNewelPlugin/include/newel_plugin.h"
};
static const unsigned char newel_plugin_helpers_h[] = {
#embed "../CNewelPlugin/include/newel_plugin_helpers.h"
};
static const unsigned char event_json[] = {
#embed "templates/event.json"
};
static const unsigned char c_makefile[] = {
#embed "templates/c/Makefile"
};
static const unsigned char c_function[] = {
#embed "templates/c/function.c"
};
static const unsigned char cpp_makefile[] = {
#embed "templates/cpp/Makefile"
};
static const unsigned char cpp_function[] = {
#embed "templates/cpp/function.cpp"
};
static const unsigned char rust_cargo[] = {
#embed "templates/rust/Cargo.toml"
};
static const unsigned char rust_function[] = {
#embed "templates/rust/src/lib.rs"
};
static const unsigned char rust_newel[] = {
#embed "templates/rust/src/newel.rs"
};
static const unsigned char zig_makefile[] = {
#embed "templates/zig/Makefile"
};
static const unsigned char zig_function[] = {
#embed "templates/zig/function.zig"
};
static const unsigned char zig_newel[] = {
#embed "templates/zig/newel.zig"
};
static const unsigned char go_makefile[] = {
#embed "templates/go/Makefile"
};
static const unsigned char go_module[] = {
#embed "templates/go/go.mod"
};
static const unsigned char go_function[] = {
#embed "templates/go/function.go"
};
static const unsigned char go_newel[] = {
#embed "templates/go/newel.go"
};
static const unsigned char go_bridge_c[] = {
#embed "templates/go/bridge.c"
};
static const unsigned char go_bridge_h[] = {
#embed "templates/go/bridge.h"
};
static const unsigned char swift_package[] = {
#embed "templates/swift/Package.swift.txt"
};
static const unsigned char swift_function[] = {
#embed "templates/swift/function.swift.txt"
};

#define FILE(languages, path, text) {languages, path, text, sizeof text}

static const plugin_template all[] = {
    FILE(" c cpp go ", "include/newel_plugin.h", newel_plugin_h),
    FILE(" c cpp go ", "include/newel_plugin_helpers.h", newel_plugin_helpers_h),
    FILE(" c cpp rust zig go swift ", "events/hello.json", event_json),
    FILE(" c ", "Makefile", c_makefile),
    FILE(" c ", "function.c", c_function),
    FILE(" cpp ", "Makefile", cpp_makefile),
    FILE(" cpp ", "function.cpp", cpp_function),
    FILE(" rust ", "Cargo.toml", rust_cargo),
    FILE(" rust ", "src/lib.rs", rust_function),
    FILE(" rust ", "src/newel.rs", rust_newel),
    FILE(" zig ", "Makefile", zig_makefile),
    FILE(" zig ", "function.zig", zig_function),
    FILE(" zig ", "newel.zig", zig_newel),
    FILE(" go ", "Makefile", go_makefile),
    FILE(" go ", "go.mod", go_module),
    FILE(" go ", "function.go", go_function),
    FILE(" go ", "newel.go", go_newel),
    FILE(" go ", "bridge.c", go_bridge_c),
    FILE(" go ", "bridge.h", go_bridge_h),
    FILE(" swift ", "Package.swift", swift_package),
    FILE(" swift ", "Sources/function.swift", swift_function),
};

const plugin_template *plugin_template_at(size_t index) { return index < sizeof all / sizeof all[0] ? &all[index] : NULL; }
