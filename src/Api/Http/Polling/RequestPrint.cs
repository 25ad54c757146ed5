using System.Security.Cryptography;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>
/// Everything that a response depends on besides the data and this process: the request as written, the caller, the
/// language and format, and the day in Thailand.
/// </summary>
internal static class RequestPrint
{
    /// <returns>A digest: two requests with the same one get the same response from the same data.</returns>
    public static string Of(HttpContext http, Caller caller, string format, CostRequest cost, DateOnly day)
    {
        using var bytes = new MemoryStream(1024);
        using var writer = new BinaryWriter(bytes);
        writer.Write(http.Request.QueryString.Value ?? "");
        writer.Write(caller.Name);
        WriteAll(writer, caller.Roles.Select(role => role.ToString()));
        WriteAll(writer, caller.Offices);
        writer.Write(Language.PrefersThai(http.Request.GetTypedHeaders().AcceptLanguage));
        writer.Write(format);
        writer.Write((byte)cost);
        writer.Write(day.DayNumber);
        return Convert.ToBase64String(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>Sets are sorted, because their order has no meaning.</summary>
    private static void WriteAll(BinaryWriter writer, IEnumerable<string> names)
    {
        string[] ordered = [.. names.Order(StringComparer.Ordinal)];
        writer.Write(ordered.Length);
        foreach (var name in ordered)
            writer.Write(name);
    }
}
