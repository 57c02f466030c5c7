#include <newel_plugin_helpers.h>

#include <stdio.h>
#include <stdlib.h>

/* The largest number that Roman numerals of the usual letters have a word for. */
enum { ROMAN_MAX = 3999 };

static const struct {
    int value;
    const char *letters;
} numerals[] = {
    {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"},
};

/* The event, if it is an integer; else 0. Payloads have a length and no NUL. */
static long number_in(newel_bytes payload) {
    char text[16];
    char *end;
    long number;
    if (payload.len == 0 || payload.len >= sizeof text) return 0;
    memcpy(text, payload.ptr, payload.len);
    text[payload.len] = 0;
    number = strtol(text, &end, 10);
    end += strspn(end, " \t\r\n");
    return *end == 0 ? number : 0;
}

/* Answers a number from 1 to 3999 in Roman numerals. */
static newel_status roman(newel_instance *self, const newel_host *host, const newel_invocation *call) {
    long rest = number_in(call->payload);
    char answer[32] = "\"";
    (void)self;
    if (rest < 1 || rest > ROMAN_MAX) return newel_fail(host, call, "NoRomanNumber", "The event must be an integer from 1 to 3999.");
    for (size_t i = 0; i < sizeof numerals / sizeof numerals[0]; i++) {
        for (; rest >= numerals[i].value; rest -= numerals[i].value) strcat(answer, numerals[i].letters);
    }
    newel_log(host, call, NEWEL_LOG_INFO, answer + 1);
    return newel_complete_text(host, call, strcat(answer, "\""));
}
NEWEL_FUNCTION("RomanNumber", roman)
