/* bcryptprimitives.dll for a Wine that has none: ProcessPrng, by the random numbers that Windows has had before. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length)
{
    return RtlGenRandom(bytes, (ULONG)length);
}
