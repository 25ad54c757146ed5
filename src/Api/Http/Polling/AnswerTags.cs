using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Api.Http.Polling;

/// <summary>
/// Creates the strong ETags of responses (RFC 9110, 8.8.3): the topics that the response was built from, and a hash of
/// everything that it depends on. An ETag thus contains the topics to compare, and the service stores nothing about
/// earlier responses.
/// </summary>
internal sealed class AnswerTags(
    PlanDatabase database,
    GraphQLLimits limits,
    TrustedDocuments trusted,
    IResponseCompressionProvider compression,
    TimeProvider time
)
{
    private const int TopicBytes = 2;
    private const int HashBytes = 16;

    private readonly Lazy<byte[]> service = new(
        () => ServicePrint(database, limits, trusted),
        LazyThreadSafetyMode.PublicationOnly
    );

    /// <summary>
    /// Everything that a response depends on besides the data: the request as written, the caller, the format and
    /// language, the day in Thailand, and the service itself.
    /// </summary>
    public byte[] RequestPrint(HttpContext http, Caller caller, string mediaType, CostRequest cost)
    {
        using var bytes = new MemoryStream(1024);
        using var writer = new BinaryWriter(bytes);
        writer.Write(service.Value);
        writer.Write(http.Request.QueryString.Value ?? "");
        writer.Write(caller.Name);
        WriteAll(writer, caller.Roles.Select(role => role.ToString()));
        WriteAll(writer, caller.Offices);
        writer.Write(Language.PrefersThai(http.Request.GetTypedHeaders().AcceptLanguage));
        writer.Write(mediaType);
        writer.Write(compression.GetCompressionProvider(http)?.EncodingName ?? "");
        writer.Write((byte)cost);
        writer.Write(ThaiDay.Of(time.GetUtcNow()).DayNumber);
        return SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>The ETag with its quotes.</summary>
    public static string Make(byte[] requestPrint, DataTopics topics, DataStamps stamps)
    {
        var print = new List<byte>(requestPrint.Length + TopicBytes + 16 * sizeof(long));
        Span<byte> number = stackalloc byte[sizeof(long)];
        print.AddRange(requestPrint);
        BinaryPrimitives.WriteUInt16BigEndian(number, (ushort)topics);
        print.AddRange(number[..TopicBytes]);
        Span<byte> tag = stackalloc byte[TopicBytes + HashBytes];
        number[..TopicBytes].CopyTo(tag);
        foreach (var stamp in stamps.Of(topics))
        {
            BinaryPrimitives.WriteInt64BigEndian(number, stamp);
            print.AddRange(number);
        }

        SHA256.HashData([.. print]).AsSpan(0, HashBytes).CopyTo(tag[TopicBytes..]);
        return $"\"{Base64Url.EncodeToString(tag)}\"";
    }

    /// <summary>The topics in an ETag; empty if it is not an ETag of this service.</summary>
    public static DataTopics TopicsOf(ReadOnlySpan<char> tag)
    {
        Span<byte> bytes = stackalloc byte[TopicBytes + HashBytes];
        return
            tag.Length == 2 + Base64Url.GetEncodedLength(bytes.Length)
            && Base64Url.TryDecodeFromChars(tag[1..^1], bytes, out var length)
            && length == bytes.Length
            ? (DataTopics)BinaryPrimitives.ReadUInt16BigEndian(bytes)
            : DataTopics.None;
    }

    /// <summary>
    /// Identifies this build with these settings on this database, since another one may respond differently. The
    /// database's secret prevents others from forging ETags.
    /// </summary>
    private static byte[] ServicePrint(PlanDatabase database, GraphQLLimits limits, TrustedDocuments trusted)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(database.CursorKey);
        Type[] builds = [typeof(Entity), typeof(Caller), typeof(PlanDatabase), typeof(AnswerTags)];
        WriteAll(writer, builds.Select(type => type.Module.ModuleVersionId.ToString()));
        writer.Write(Environment.Version.ToString());
        writer.Write(limits.ToString());
        writer.Write(trusted.Digest);
        return SHA256.HashData(bytes.ToArray());
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
