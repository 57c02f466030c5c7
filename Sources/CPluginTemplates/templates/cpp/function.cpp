#include <newel_plugin_helpers.h>

#include <exception>
#include <string>

namespace {

// Answers {"hello": EVENT}.
std::string answer(const std::string &event) { return "{\"hello\":" + event + "}"; }

// No exception may leave a plugin: what is thrown fails the call.
newel_status invoke(newel_instance *, const newel_host *host, const newel_invocation *call) {
    try {
        const std::string event(reinterpret_cast<const char *>(call->payload.ptr), call->payload.len);
        return newel_complete_text(host, call, answer(event).c_str());
    } catch (const std::exception &error) {
        return newel_fail(host, call, "Exception", error.what());
    } catch (...) {
        return newel_fail(host, call, "Exception", "something that is no std::exception was thrown");
    }
}

}  // namespace

NEWEL_FUNCTION("@NAME@", invoke)
