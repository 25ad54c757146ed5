using System.Security.Cryptography;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>A secret of this machine in a file that only its owner can read, created when it is first needed.</summary>
public static class LocalKey
{
    private const int Bytes = 32;

    public static byte[] ReadOrCreate(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            if (!File.Exists(path))
                Create(path);
            var key = Convert.FromBase64String(File.ReadAllText(path));
            return key.Length >= Bytes ? key : throw Unusable(path, "it is too short");
        }
        catch (Exception exception) when (exception is FormatException or UnauthorizedAccessException or IOException)
        {
            throw Unusable(path, exception.Message);
        }
    }

    /// <summary>
    /// Writes a temporary file and moves it into place, so that readers always see the complete key, even if two
    /// processes create it at once.
    /// </summary>
    private static void Create(string path)
    {
        var aside = $"{path}.{Guid.NewGuid():N}";
        SecretFile.Create(aside, Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
        try
        {
            File.Move(aside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(aside);
        }
    }

    private static HostingException Unusable(string path, string why) =>
        new(
            $"The key in {path} cannot be used: {why}. Only its owner may be able to read it. If the file is deleted, a new key is created."
        );
}
