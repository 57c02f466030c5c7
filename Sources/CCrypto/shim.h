// The part of the system's libcrypto that Newel uses: digests, HMAC, AES-GCM and random bytes.
#ifndef NEWEL_CCRYPTO_SHIM_H
#define NEWEL_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#endif
