using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting.Checking;

/// <summary>Reads a plan file's bytes, never more than a plan file may have: also of what has no length of its own.</summary>
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
                        $"{path} is larger than {ImportPlanValidator.MaxBytes} bytes, the most a plan file has."
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
