using System.IO.Compression;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Pdf;

/// <summary>
/// Unpacks the streams of a PDF file within a limit for the whole file, measured before anything is kept, so that a small
/// file cannot fill the memory.
/// </summary>
internal sealed class BoundedFilters(CancellationToken cancellationToken) : IFilterProvider
{
    /// <summary>In bytes; also counts what is unpacked again.</summary>
    private const long MostUnpacked = 400L << 20;

    private const long MostAtOnce = 64L << 20;

    private long unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) =>
        Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. filters.Select(filter => new Filter(filter, this))];
    }

    private void Count(long bytes)
    {
        cancellationToken.ThrowIfCancellationRequested();
        unpacked += bytes;
        if (bytes > MostAtOnce || unpacked > MostUnpacked)
            throw new RefusedFormException(
                "is a PDF file that unpacks to more than a plan can have.",
                "เป็นไฟล์ PDF ที่เมื่อคลายแล้วใหญ่เกินกว่าแผนจะมีได้"
            );
    }

    /// <summary>How many bytes a compressed stream has; what cannot be unpacked is the library's to judge.</summary>
    private static long Length(ReadOnlyMemory<byte> packed)
    {
        var length = 0L;
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            var buffer = new byte[64 << 10];
            while (length <= MostAtOnce && stream.Read(buffer) is > 0 and var read)
                length += read;
        }
        catch (InvalidDataException) { }

        return length;
    }

    private sealed class Filter(IFilter inner, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            switch (inner)
            {
                case FlateFilter:
                    bounds.Count(Length(input));
                    break;
                case LzwFilter:
                    throw new RefusedFormException(
                        "is a PDF file with LZW compression, which is not read; print it as a new PDF.",
                        "เป็นไฟล์ PDF ที่บีบอัดแบบ LZW ซึ่งอ่านไม่ได้ โปรดพิมพ์เป็น PDF ใหม่"
                    );
                case RunLengthFilter:
                    bounds.Count(input.Length * 64L);
                    break;
                default:
                    bounds.Count(input.Length);
                    break;
            }

            return inner.Decode(input, dictionary, provider, index);
        }
    }
}
