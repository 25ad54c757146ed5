using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>The four quarters of a budget position.</summary>
internal sealed class QuartersShape(QuarterField[] fields, int firstYear, int lastYear) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var json = to.Json;
        var first = new FiscalYear(row.Value<int>(firstYear));
        var last = new FiscalYear(row.Value<int>(lastYear));
        json.StartArray();
        foreach (var quarter in Enum.GetValues<FiscalQuarter>())
        {
            to.CountItem();
            json.StartObject();
            foreach (var field in fields)
            {
                json.Name(field.Name);
                switch (field.Value)
                {
                    case "startsOn":
                        json.Date(first.StartOf(quarter));
                        break;
                    case "endsOn":
                        json.Date(last.EndOf(quarter));
                        break;
                    case "quarter":
                        json.Text(EnumText.Of(quarter));
                        break;
                    case "__typename":
                        json.Text("QuarterBudget");
                        break;
                    default:
                        row.Rows[field.FirstColumn + (int)quarter].Write(json, row.Index);
                        break;
                }
            }

            json.EndObject();
        }

        json.EndArray();
        return true;
    }
}

/// <summary>A field of a quarter.</summary>
/// <param name="Value">The name in the schema.</param>
/// <param name="FirstColumn">For an amount: the column of the first quarter. The other quarters follow.</param>
internal sealed record QuarterField(byte[] Name, string Value, int FirstColumn);
