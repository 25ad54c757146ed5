using System.Text;
using System.Text.Json.Nodes;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests;

/// <summary>Whatever a file is refused for, the officer reads why in either language.</summary>
public sealed class RefusalTests
{
    private const int Files = 200;

    private static readonly string Clean = Documents.Plans.Text("plan-a.json");

    [Fact]
    public void Every_error_of_a_damaged_file_is_in_both_languages()
    {
        var random = new Random(35);
        var told = new HashSet<string>();
        for (var i = 0; i < Files; i++)
        {
            var file = JsonNode.Parse(Clean)!;
            for (var damages = random.Next(1, 12); damages > 0; damages--)
                Damage(file, random);
            foreach (var fault in FaultsOf(Encoding.UTF8.GetBytes(file.ToJsonString())))
            {
                fault.Message.Thai.ShouldContain(letter => IsThai(letter), fault.ToString());
                fault.Message.English.ShouldContain(letter => char.IsAsciiLetter(letter), fault.ToString());
                fault.Message.English.ShouldNotBe(fault.Message.Thai);
                told.Add(fault.Message.Thai);
            }
        }

        told.Count.ShouldBeGreaterThan(20, "few kinds of damage were told");
    }

    [Fact]
    public void So_is_every_error_of_what_is_no_plan()
    {
        byte[][] files =
        [
            [0x50, 0x4B, 0x03, 0x04, 0x00],
            [0xD0, 0xCF, 0x11, 0xE0, 0x00],
            [0x1F, 0x8B, 0x08],
            "{"u8.ToArray(),
            "{\"a\":1,\"a\":2}"u8.ToArray(),
            [(byte)'{', 0xFF, 0xFE, 0xFF],
            "a text about nothing"u8.ToArray(),
            "ข้อความ\u0001"u8.ToArray(),
            "ข้อความ\uFFFE"u8.ToArray(),
            Encoding.UTF8.GetBytes(new string('ก', 60_000)),
            Encoding.UTF8.GetBytes(new string('\n', 100_001)),
            Encoding.UTF8.GetBytes("ก" + new string('\t', 300)),
        ];
        foreach (var file in files)
        {
            var faults = FaultsOf(file);
            faults.ShouldNotBeEmpty();
            faults.ShouldAllBe(fault => fault.Message.Thai.Any(IsThai) && !fault.Message.Thai.Contains("is "));
        }
    }

    private static IReadOnlyList<PlanFault> FaultsOf(byte[] content) =>
        (Documents.Plans.Read(content).Error as PlanFileRefused)?.Faults ?? [];

    /// <summary>Removes, renames or replaces one value anywhere in the file.</summary>
    private static void Damage(JsonNode file, Random random)
    {
        var places = Below(file).ToList();
        var (parent, key) = places[random.Next(places.Count)];
        JsonNode? value = random.Next(6) switch
        {
            0 => null,
            1 => JsonValue.Create(-7.123456m),
            2 => JsonValue.Create("\u0000"),
            3 => JsonValue.Create(new string('x', 5_000)),
            4 => new JsonArray(),
            _ => new JsonObject { ["nothing"] = true },
        };
        if (parent is JsonArray list)
            list[int.Parse(key, System.Globalization.CultureInfo.InvariantCulture)] = value;
        else if (random.Next(3) == 0)
            parent.AsObject().Remove(key);
        else
            parent[key] = value;
    }

    private static IEnumerable<(JsonNode Parent, string Key)> Below(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(pair => Below(pair.Value).Prepend((one, pair.Key))),
            JsonArray list => list.SelectMany((item, i) => Below(item).Prepend((list, $"{i}"))),
            _ => [],
        };

    private static bool IsThai(char letter) => letter is >= 'ก' and <= 'ฮ';
}
