using System.Globalization;
using System.Text;

namespace TeacherDevPlan.Benchmarks.Shapes;

/// <summary>Reports the results, for people and for programs.</summary>
internal static class ShapesReport
{
    private const int Worst = 15;

    public static string Of(IReadOnlyList<Measured> measured, double unit)
    {
        var text = new StringBuilder();
        Line($"The unit, one office by its code: {unit:0.00} ms. {measured.Count} queries.");
        Line($"| class | goal | n | over | worst | median |\n|---|---|---|---|---|---|");
        var classes = measured.Where(one => one.Error is null).GroupBy(one => one.Shape.Class).ToList();
        foreach (var of in classes)
        {
            var ratios = of.Select(one => one.Ratio(unit)).Order().ToList();
            var over = of.Count(one => one.IsOver(unit));
            Line(
                $"| {of.Key.Name} | ≤ {of.Key.Most:0}× | {of.Count()} | {over} | {ratios[^1]:0.0}× | {ratios[ratios.Count / 2]:0.0}× |"
            );
        }

        Line($"| failed or timed out | 0 | {measured.Count} | {measured.Count(one => one.IsFailed)} | | |");
        Line(
            $"{measured.Count(one => one.IsRefused)} were refused: they need a role or a previous page, or request too much."
        );
        foreach (var of in classes)
            Rows($"{of.Key.Name}: the worst", of.Where(one => one.IsOver(unit)).OrderByDescending(one => one.Best));
        Rows("failed", measured.Where(one => one.IsFailed));
        return text.ToString();

        void Rows(string title, IEnumerable<Measured> rows)
        {
            foreach (var (at, row) in rows.Take(Worst).Index())
            {
                if (at == 0)
                    Line($"\n{title}");
                Line($"  {row.Best, 8:0.0} ms {row.Ratio(unit), 7:0.0}×  {row.Shape.Name} {row.Error}");
            }
        }

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    public static Task WriteAsync(
        string path,
        IReadOnlyList<Measured> measured,
        double unit,
        CancellationToken cancellationToken
    ) =>
        File.WriteAllLinesAsync(
            path,
            measured
                .OrderByDescending(one => one.Ratio(unit) / one.Shape.Class.Most)
                .Select(one =>
                    string.Join(
                        ',',
                        new[]
                        {
                            one.Shape.Class.Name,
                            one.Best.ToString("0.00", CultureInfo.InvariantCulture),
                            one.Ratio(unit).ToString("0.0", CultureInfo.InvariantCulture),
                            one.Shape.Class.Most.ToString(CultureInfo.InvariantCulture),
                            one.Bytes.ToString(CultureInfo.InvariantCulture),
                            one.Shape.Name,
                            one.Error ?? "",
                            one.Shape.Query,
                        }.Select(Quoted)
                    )
                )
                .Prepend("class,ms,ratio,goal,bytes,name,error,query"),
            cancellationToken
        );

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"").ReplaceLineEndings(" ")}\"";
}
