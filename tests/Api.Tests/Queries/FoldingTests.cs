using System.Globalization;
using System.Text;
using CsCheck;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Text is folded by the database as it is by the program, and what is folded is stored where text is searched.</summary>
public sealed class FoldingTests(PlanService service) : PlanTests(service)
{
    private const string Characters =
        "กขคชงนบปผยรลวสหอฮ่้๊๋็์ํะัาำิีึืฺุูเแโใไๆฯ๐๕๙aAbBzZéÉïÎßÿİıΣσςǅẞ019 -./"
        + "\u200B\u200C\u200D\u2060\uFEFF\u00AD\u00A0\u202F\u2007\u0301\u0308\u0327\u0331\u0345\u212A\u2126\u212B";

    private static readonly string[] Sequences =
    [
        "\u0E4D\u0E32",
        "\u0E4D\u0E48\u0E32",
        "\u0E48\u0E4D\u0E32",
        "\u0E33\u0E49",
        "\u0E33",
        "e\u0301",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
            Gen.Int[0, Characters.Length - 1].Select(place => Characters[place].ToString()),
            Gen.Int[0, Sequences.Length - 1].Select(place => Sequences[place])
        )
        .Array[0, 12]
        .Select(string.Concat);

    [Fact]
    public async Task The_database_folds_as_the_program_does_and_folding_twice_changes_nothing()
    {
        var texts = new List<string>();
        Text.Sample(texts.Add, iter: 5000, threads: 1);
        await SameAsync(texts);
    }

    [Fact]
    public async Task Every_single_character_is_folded_alike()
    {
        var texts = Enumerable
            .Range(1, 0x1FFFF)
            .Where(code => code is < 0xD800 or > 0xDFFF)
            .Select(code => new Rune(code))
            .Where(rune => Rune.GetUnicodeCategory(rune) is not UnicodeCategory.OtherNotAssigned)
            .Select(rune => rune.ToString());
        await SameAsync([.. texts]);
    }

    [Theory]
    [InlineData("น\u0E49\u0E33")]
    [InlineData("น\u0E4D\u0E49\u0E32")]
    [InlineData("น\u0E4D\u0E32\u0E49")]
    [InlineData("น\u0E49\u0E4D\u0E32")]
    [InlineData("น\u0E33\u0E49")]
    [InlineData("น\u200B\u0E4D\u00AD\u0E49\uFEFF\u0E32")]
    public async Task Sara_am_is_found_however_it_is_typed(string typed)
    {
        SearchText.Fold(typed).ShouldBe("น\u0E49\u0E33");
        await SameAsync([typed]);
    }

    [Fact]
    public async Task The_list_of_folded_columns_is_what_the_database_has()
    {
        var generated = await PairsAsync(
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND is_generated = 'ALWAYS' AND generation_expression LIKE 'fold_text(%'
            """
        );
        generated.ShouldBe(Named(FoldedColumns.All), ignoreOrder: true);
        var indexed = await PairsAsync(
            """
            SELECT tablename, substring(indexdef from '\((\w+) gin_trgm_ops\)') FROM pg_indexes
            WHERE schemaname = 'public' AND indexdef LIKE '%gin_trgm_ops%'
            """
        );
        indexed.ShouldBe(Named(FoldedColumns.Indexed), ignoreOrder: true);

        static IEnumerable<string> Named(IEnumerable<(string Table, string Column)> columns) =>
            columns.Select(one => $"{one.Table} {one.Column}{FoldedColumns.Suffix}");
    }

    private async Task SameAsync(List<string> texts)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT fold_text(text), fold_text(fold_text(text)) FROM unnest($1) WITH ORDINALITY AS t (text, place) ORDER BY place"
        );
        command.Parameters.AddWithValue(texts.ToArray());
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var different = new List<string>();
        foreach (var text in texts)
        {
            (await rows.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
            var folded = SearchText.Fold(text);
            string[] others = [rows.GetString(0), rows.GetString(1), SearchText.Fold(folded)];
            if (others.Any(other => other != folded))
                different.Add($"{Codes(text)}: {Codes(folded)}, but {string.Join(" | ", others.Select(Codes))}");
        }

        different.ShouldBeEmpty();
    }

    private static string Codes(string text) =>
        string.Join(' ', text.EnumerateRunes().Select(rune => $"{rune.Value:X4}"));

    private async Task<List<string>> PairsAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var pairs = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            pairs.Add($"{rows.GetString(0)} {rows.GetString(1)}");
        return pairs;
    }
}
