using System.Globalization;
using System.Text.Json;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Benchmarks.Load;

/// <summary>Later pages: their cursors are requested from the service beforehand.</summary>
internal sealed class LoadPages(Side service)
{
    /// <summary>Rare and frequent words of project names; words without a second page are omitted.</summary>
    private static readonly string[] Words =
    [
        "ครู",
        "วิชาการ",
        "คุณธรรม",
        "ภาษาไทย",
        "ภาษาอังกฤษ",
        "ดิจิทัล",
        "นิเทศ",
        "ปฐมวัย",
        "ประกันคุณภาพ",
        "ผู้บริหาร",
        "พัสดุ",
        "บุคคล",
        "พิเศษ",
        "อ่าน",
        "ทักษะ",
        "สุจริต",
        "แผน",
        "หลักสูตร",
        "ความปลอดภัย",
        "ส่งเสริม",
    ];

    public async Task<IReadOnlyList<LoadCall>> SecondByNameAsync(CancellationToken cancellationToken)
    {
        var calls = new List<LoadCall>();
        foreach (var word in Words)
        {
            var first = await service.AskAsync(
                LoadCall.Of(LoadDocuments.FirstByName, new { word }, ""),
                cancellationToken
            );
            var page = first.GetProperty("data").GetProperty("projects");
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                continue;
            var last = page.GetProperty("nodes").EnumerateArray().Last();
            calls.Add(
                LoadCall.Of(
                    LoadDocuments.ProjectsByName,
                    new { word, after = EndCursor(page) },
                    $"/Q2?word={Uri.EscapeDataString(word)}&name={Uri.EscapeDataString(last.GetProperty("name").GetString()!)}&id={IdOf(last)}"
                )
            );
        }

        return calls;
    }

    /// <summary>Follows the pages of every year to the end, once.</summary>
    public async Task<IReadOnlyList<LoadCall>> OfIndicatorsAsync(
        IReadOnlyList<int> years,
        CancellationToken cancellationToken
    )
    {
        var calls = new List<LoadCall>();
        foreach (var year in years)
        {
            string? after = null;
            var place = $"strategy=-1&number=-1&id={Guid.Empty}";
            do
            {
                var call = LoadCall.Of(LoadDocuments.AllIndicators, new { year, after }, $"/Q6?year={year}&{place}");
                calls.Add(call);
                var page = (await service.AskAsync(call, cancellationToken))
                    .GetProperty("data")
                    .GetProperty("indicators");
                after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? EndCursor(page) : null;
                var last = page.GetProperty("nodes").EnumerateArray().Last();
                place = string.Create(
                    CultureInfo.InvariantCulture,
                    $"strategy={last.GetProperty("strategy").GetProperty("number")}&number={last.GetProperty("number")}&id={IdOf(last)}"
                );
            } while (after is not null);
        }

        return calls;
    }

    private static string EndCursor(JsonElement page) =>
        page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

    private static Guid IdOf(JsonElement node) =>
        NodeId.TryParse(node.GetProperty("id").GetString()!, out var id)
            ? id.Id
            : throw new InvalidOperationException($"No id: {node}");
}
