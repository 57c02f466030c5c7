#include <newel_plugin_helpers.h>

#include <cctype>
#include <exception>
#include <map>
#include <stdexcept>
#include <string>

namespace {

// How often each word occurs, in the order of the alphabet.
std::map<std::string, int> count(const std::string &text) {
    std::map<std::string, int> words;
    std::string word;
    for (size_t i = 0; i <= text.size(); i++) {
        const unsigned char letter = i < text.size() ? static_cast<unsigned char>(text[i]) : ' ';
        if (std::isalpha(letter)) {
            word += static_cast<char>(std::tolower(letter));
        } else {
            if (!word.empty()) words[word]++;
            word.clear();
            if (letter == '\\') i++;  // an escape of JSON, and not a letter
        }
    }
    return words;
}

std::string answer(const std::string &event) {
    if (event.find('"') != event.find_first_not_of(" \t\r\n")) throw std::invalid_argument("the event must be a string");
    std::string json;
    for (const auto &[word, times] : count(event)) {
        json += (json.empty() ? "{" : ",") + ("\"" + word + "\":") + std::to_string(times);
    }
    return json.empty() ? "{}" : json + "}";
}

// No exception may leave a plugin: what is thrown fails the call.
newel_status invoke(newel_instance *, const newel_host *host, const newel_invocation *call) {
    try {
        const std::string event(reinterpret_cast<const char *>(call->payload.ptr), call->payload.len);
        return newel_complete_text(host, call, answer(event).c_str());
    } catch (const std::invalid_argument &error) {
        return newel_fail(host, call, "InvalidInput", error.what());
    } catch (const std::exception &error) {
        return newel_fail(host, call, "Exception", error.what());
    }
}

}  // namespace

NEWEL_FUNCTION("WordCount", invoke)
