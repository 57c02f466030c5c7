// The part of the system's libcurl that Newel uses. Swift cannot call functions with `...`: here they have one shape for each kind of value.
#ifndef NEWEL_CCURL_SHIM_H
#define NEWEL_CCURL_SHIM_H

#include <curl/curl.h>
#include <sys/socket.h>

static inline CURLcode newel_curl_set_number(CURL *transfer, CURLoption option, long value) {
    return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode newel_curl_set_text(CURL *transfer, CURLoption option, const char *value) {
    return curl_easy_setopt(transfer, option, value);
}

static inline CURLcode newel_curl_set_pointer(CURL *transfer, CURLoption option, void *value) {
    return curl_easy_setopt(transfer, option, value);
}

/// For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION.
static inline CURLcode newel_curl_set_reader(
    CURL *transfer, CURLoption option, size_t (*reader)(char *, size_t, size_t, void *)) {
    return curl_easy_setopt(transfer, option, reader);
}

static inline CURLcode newel_curl_get_number(CURL *transfer, CURLINFO info, long *value) {
    return curl_easy_getinfo(transfer, info, value);
}

static inline CURLMcode newel_curl_multi_set_number(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

/// What a finished transfer came to; -1 when the message tells of something else.
static inline int newel_curl_result(const CURLMsg *message) {
    return message->msg == CURLMSG_DONE ? (int)message->data.result : -1;
}

static inline curl_socket_t newel_curl_open_socket(
    void *user, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)user;
    (void)purpose;
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

/// Sockets that processes started meanwhile do not inherit.
static inline CURLcode newel_curl_keep_sockets(CURL *transfer) {
    return curl_easy_setopt(transfer, CURLOPT_OPENSOCKETFUNCTION, newel_curl_open_socket);
}

#endif
