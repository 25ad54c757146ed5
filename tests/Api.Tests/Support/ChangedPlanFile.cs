using System.Text.Json.Nodes;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Makes plan files that differ from another one anywhere: texts, numbers, parts left out and added.</summary>
internal static class ChangedPlanFile
{
    private static readonly string[] Statuses =
    [
        "DRAFT",
        "SUBMITTED",
        "APPROVED",
        "IN_PROGRESS",
        "COMPLETED",
        "CANCELLED",
    ];

    public static JsonNode Of(JsonNode file, Random dice)
    {
        var changed = file.DeepClone();
        for (var i = dice.Next(1, 8); i > 0; i--)
            Change(changed, dice);
        if (dice.Next(2) == 0)
            Describe(changed["office"]!, dice);
        if (dice.Next(2) == 0)
            AddUnit(changed, dice);
        if (dice.Next(2) == 0)
            AddStrategy(changed, dice);
        if (dice.Next(6) == 0)
            changed["strategicPlan"]!["firstFiscalYear"] = 2565;
        SetStatuses(changed, dice);
        return changed;
    }

    private static void Change(JsonNode file, Random dice)
    {
        var leaves = Below(file).OfType<JsonValue>().ToList();
        var lists = Below(file).OfType<JsonArray>().Where(list => list.Count > 0).ToList();
        var leaf = leaves[dice.Next(leaves.Count)];
        var list = lists[dice.Next(lists.Count)];
        switch (dice.Next(3))
        {
            case 0:
                list.RemoveAt(dice.Next(list.Count));
                break;
            case 1 when leaf.TryGetValue(out decimal number):
                leaf.ReplaceWith(number + dice.Next(1, 5));
                break;
            // Only what people read is in Thai; codes, dates and words of the format are not.
            default:
                var texts = leaves.Where(one => one.TryGetValue(out string? text) && text.Any(c => c > 127)).ToList();
                var chosen = texts[dice.Next(texts.Count)];
                chosen.ReplaceWith($"{chosen.GetValue<string>()} {dice.Next(100)}");
                break;
        }
    }

    private static void Describe(JsonNode office, Random dice)
    {
        office["name"] = $"สำนักงานใหม่ {dice.Next(100)}";
        office["districts"]!.AsArray().Add($"อำเภอใหม่ {dice.Next(100)}");
        office["orgUnits"]![dice.Next(5)]!["name"] = $"กลุ่มใหม่ {dice.Next(100)}";
        office["staff"]![dice.Next(5)]!["position"] = $"ตำแหน่งใหม่ {dice.Next(100)}";
    }

    private static void AddUnit(JsonNode file, Random dice)
    {
        file["office"]!["orgUnits"]!.AsArray().Add(JsonNode.Parse("""{ "number": 90, "name": "หน่วยใหม่" }"""));
        var projects = file["developmentPlan"]!["projects"]!.AsArray();
        if (projects.Count > 0)
            projects[dice.Next(projects.Count)]!["responsibleUnit"] = 90;
    }

    private static void AddStrategy(JsonNode file, Random dice)
    {
        var strategies = file["strategicPlan"]!["strategies"]!.AsArray();
        var added = strategies[0]!.DeepClone();
        (added["number"], added["name"]) = (90, "กลยุทธ์ใหม่");
        strategies.Add(added);
        var projects = file["developmentPlan"]!["projects"]!.AsArray();
        if (projects.Count > 0)
            projects[dice.Next(projects.Count)]!["strategy"] = 90;
    }

    private static void SetStatuses(JsonNode file, Random dice)
    {
        var kind = dice.Next(4);
        foreach (var project in file["developmentPlan"]!["projects"]!.AsArray())
        {
            if (kind == 0 || (kind == 1 && dice.Next(3) == 0))
                project!["status"] = Statuses[kind == 0 ? dice.Next(2) : dice.Next(Statuses.Length)];
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode node) =>
        node switch
        {
            JsonObject members => members.Select(member => member.Value).OfType<JsonNode>().SelectMany(Below),
            JsonArray items => items.OfType<JsonNode>().SelectMany(Below).Prepend(items),
            _ => [node],
        };
}
