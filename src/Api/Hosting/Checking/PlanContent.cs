using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>
/// Reads the bytes of a plan file, at most the maximum size, even if the length of the input is unknown.
/// </summary>
internal static class PlanContent
{
    private const string StandardInput = "-";

    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            int count;
            while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                content.Write(buffer, 0, count);
                if (content.Length > ImportPlanValidator.MaxBytes)
                    throw new HostingException(
                        $"{path} is larger than {ImportPlanValidator.MaxBytes} bytes, the maximum size of a plan file."
                    );
            }

            return content.Length > 0 ? content.ToArray() : throw new HostingException($"{path} is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostingException($"{path} cannot be read: {exception.Message}");
        }
    }
}
