// The part of the system's libcrypto that Newel uses: digests, HMAC, AES-GCM, Ed25519, RSA with certificates, PEM files and random bytes.
#ifndef NEWEL_CCRYPTO_SHIM_H
#define NEWEL_CCRYPTO_SHIM_H

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#endif
