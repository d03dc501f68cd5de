namespace SearchEngine.Index.Codec;

/// <summary>
/// Goes through those blocks of a list that may hold a number of some ranges. They are chosen a row at a time, before
/// the first of the row is read: where blocks lie far apart it is waiting for memory that costs, and so the waits of a
/// row are one.
/// </summary>
/// <param name="list">The list; its first numbers must be from 0 to below <paramref name="limit"/>.</param>
/// <param name="ranges">The ranges.</param>
/// <param name="blocks">Blocks of the list.</param>
/// <param name="limit">Every number of the list is below.</param>
internal ref struct BlockWalk(ListBytes list, NumberRanges ranges, int blocks, int limit)
{
    /// <summary>Blocks of a row: what the processor fetches at a time, and its first cache holds.</summary>
    public const int Row = 16;

    private readonly ListBytes _list = list;
    private readonly NumberRanges _ranges = ranges;
    private int _block;
    private int _range;

    /// <summary>Writes the numbers of the next blocks, ascending; returns how many, 0 at the end.</summary>
    public int Next(scoped Span<int> row)
    {
        int count = 0;
        while (count < row.Length && _block < blocks)
        {
            int first = _list.FirstOf(_block);
            if ((uint)first >= (uint)limit)
                throw _list.Corrupt("ascending numbers");
            _range = Gallop.To(_ranges.Ends, _range, first + 1);
            if (_range == _ranges.Count)
            {
                _block = blocks;
                break;
            }

            int begin = _ranges.Begins[_range];
            if (_block + 1 < blocks && _list.FirstOf(_block + 1) <= begin)
                _block = _list.Seek(_block + 1, blocks, begin);
            _list.Prefetch(_block, blocks);
            row[count++] = _block++;
        }

        return count;
    }
}
