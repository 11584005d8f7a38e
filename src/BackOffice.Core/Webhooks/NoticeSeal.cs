using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BackOffice.Core.Webhooks;

/// <summary>What a notice says, sealed for the disk with a key of the key ring.</summary>
internal static class NoticeSeal
{
    private const string Purpose = "Webhooks.Notice";

    public static byte[] Close(IDataProtectionProvider protection, byte[] body) => protection.CreateProtector(Purpose).Protect(body);

    /// <returns>Null where its key is not in the key ring.</returns>
    public static byte[]? Open(IDataProtectionProvider protection, byte[] closed)
    {
        try
        {
            return protection.CreateProtector(Purpose).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
