import { requestFocus } from '../../grid/cursor.ts';
import { refuse, say } from '../../grid/said.ts';
import { type Command, useCommands } from '../../keys/commands.ts';
import { amendQuery, useAddress } from '../../state/address.ts';
import { clearedFilter, readFilter } from './filterAddress.ts';
import { useFilterBar } from './filterState.ts';

const commands: readonly Command[] = [
  {
    id: 'filter.open',
    group: 'go',
    run: () =>
      useFilterBar.setState(({ focusRequests }) => ({ open: true, focusRequests: focusRequests + 1 })),
  },
  {
    id: 'filter.clear',
    group: 'go',
    inText: true,
    check: () => (readFilter(useAddress.getState().query) ? null : { say: 'refuse.no-filter', params: {} }),
    run: () => {
      if (!readFilter(useAddress.getState().query)) return refuse('refuse.no-filter');
      amendQuery(clearedFilter());
      useFilterBar.setState({ open: false });
      say('say.filter-cleared');
      requestFocus();
    },
  },
];

export const FilterCommands = () => {
  useCommands(commands);
  return null;
};
