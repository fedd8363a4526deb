/* Opens a file so that nobody else may, as Excel opens a workbook, and runs a command meanwhile: hold FILE COMMAND. */
#include <stdlib.h>
#include <windows.h>

int main(int count, char **words)
{
    HANDLE held;
    if (count != 3)
        return 90;
    held = CreateFileA(words[1], GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (held == INVALID_HANDLE_VALUE)
        return 91;
    return system(words[2]);
}
