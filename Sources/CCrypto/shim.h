// The part of the system's libcrypto that Newel uses: digests and HMAC.
#ifndef NEWEL_CCRYPTO_SHIM_H
#define NEWEL_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>

#endif
